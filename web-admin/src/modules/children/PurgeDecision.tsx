import { Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showDate, showTime } from "../../ui/dates";

/** What was decided about a purge, by whom and why. */
export function PurgeDecision({ decision: d }: { decision: NonNullable<Schemas["PurgeDueRow"]["decision"]> }) {
  const translate = useTranslate();
  const said = { by: d.by ?? "", at: showTime(d.at), day: showDate(d.on), reason: d.reason };
  return (
    <Typography variant="body2" sx={{ width: "100%", overflowWrap: "anywhere" }}>
      {translate(d.awaitsSecond ? "purge.asked" : d.ruling === "keep" ? "purge.kept" : "purge.agreed", said)}
    </Typography>
  );
}
