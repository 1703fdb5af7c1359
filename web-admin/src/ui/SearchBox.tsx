import { TextField } from "@mui/material";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";

const pause = 300;

/** A list's search; the search text (never a child) stays in the URL. */
export function SearchBox() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const searched = params.get("search") ?? "";
  const [text, setText] = useState(searched);
  const written = useRef(searched);
  // a link to the same list, such as the menu's, may change or clear the search
  useEffect(() => {
    if (searched !== written.current) setText(searched);
    written.current = searched;
  }, [searched]);
  useEffect(() => {
    // the URL is untouched until something is typed: writing it again would undo a click on a row whose page is still loading
    if (text === searched) return;
    const timer = setTimeout(() => {
      written.current = text;
      setParams(
        (current) => {
          if (text) current.set("search", text);
          else current.delete("search");
          return current;
        },
        { replace: true },
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [text, searched, setParams]);
  return (
    <TextField
      id="list-search"
      label={translate("list.search")}
      value={text}
      onChange={(event) => setText(event.target.value)}
      sx={{ mb: 2, width: { xs: "100%", sm: 320 }, bgcolor: "background.paper" }}
    />
  );
}
