import { Box } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useUnknown } from "./ReadOnly";

/** A read-only field. An empty one says so: unknown for a reason, or not entered. */
export function Shown({ label, value, name }: { label: string; value: ReactNode; name?: string }) {
  const translate = useTranslate();
  const unknown = useUnknown(name);
  const empty = value === "" || value === null || value === undefined;
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Box component="dt" sx={{ color: "text.secondary", fontSize: 13 }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", color: empty ? "text.secondary" : undefined }}>
        {!empty ? value : unknown ? translate("form.unknown-because", { reason: unknown }) : translate("form.not-entered")}
      </Box>
    </Box>
  );
}
