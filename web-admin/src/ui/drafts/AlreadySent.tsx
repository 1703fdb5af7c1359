import { Alert, Box, Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { type ApiError } from "../../api/client";
import { signalNumberQuery } from "../../app/core/api/drafts";

// only its type: the names are loaded with the list
type FormName = import("./forms").FormName;

/** The response to an earlier submission was lost: what it registered exists once, and later changes are still in the form. */
export function AlreadySent({ form, error, onDiscard }: { form?: FormName; error: ApiError; onDiscard: () => void }) {
  const translate = useTranslate();
  const signal = /^\/api\/children\/signals\/([\da-f-]{36})$/.exec(error.location ?? "")?.[1];
  const place = signal ? `/signals/${signal}` : placeOf(error.location);
  const number = useQuery({ ...signalNumberQuery(signal!), enabled: !!signal && form === "register-signal" });
  // the result of pressing the button: it is shown and read out
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <Alert ref={shown} tabIndex={-1} severity="info" role="alert" sx={{ mb: 2 }}>
      {number.data ? translate("draft.already-signal", { number: number.data }) : translate("draft.already")}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1 }}>
        {place && (
          <Button color="inherit" variant="outlined" size="small" component={Link} to={place} target="_blank" rel="noopener">
            {translate("draft.open-registered")}
          </Button>
        )}
        <Button color="inherit" size="small" onClick={onDiscard}>
          {translate("draft.drop")}
        </Button>
      </Box>
    </Alert>
  );
}

/** The screen of an API address. */
const placeOf = (location: string | null) => {
  const [, area, id] =
    /^\/api\/(?:children\/(cards)|institutions|integration\/(?:disclosures))\/([\da-f-]{36})$/.exec(location ?? "") ?? [];
  if (!id) return undefined;
  if (area) return `/children/${id}`;
  return location!.includes("disclosures") ? `/disclosures/${id}` : `/institutions/${id}`;
};
