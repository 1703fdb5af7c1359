import { Link as Anchor } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { Schemas } from "../api/client";

/** From a step of the road to its files, where new ones are attached too. */
export function FilesLink({ childId, to, id }: { childId: string; to: Schemas["AttachedTo"]; id: string }) {
  const translate = useTranslate();
  return (
    <Anchor component={Link} to={`/children/${childId}?tab=documents&to=${to}&about=${id}`} variant="body2" sx={{ whiteSpace: "nowrap" }}>
      {translate("file.files")}
    </Anchor>
  );
}
