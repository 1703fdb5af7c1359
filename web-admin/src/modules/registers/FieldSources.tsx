import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import { useRegisterFields } from "./values";

/** [18] Which values of a section came from registers, from which and when. */
export function FieldSources({ sources }: { sources: Schemas["FieldSourceView"][] }) {
  const translate = useTranslate();
  const { label } = useRegisterFields();
  if (sources.length === 0) return null;
  return (
    <Box component="ul" aria-label={translate("registers.sources")} sx={{ m: 0, mt: 2, pl: 2.5, color: "text.secondary" }}>
      {sources.map((s) => (
        <Typography component="li" variant="body2" key={s.field} sx={{ overflowWrap: "anywhere" }}>
          {label(s)}: {translate("registers.source", { register: translate(`register.${s.kind}`), at: showTime(s.at) })}
          {s.takenBy && `, ${s.takenBy}`}
        </Typography>
      ))}
    </Box>
  );
}
