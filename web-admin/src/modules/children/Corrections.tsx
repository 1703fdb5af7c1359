import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import { Panel } from "../../ui/Page";
import { ItemChanges } from "./ItemChanges";

/** Who corrected a signal, when, why, and the previous values. */
export function Corrections({ corrections }: { corrections: readonly Schemas["CorrectionView"][] }) {
  const translate = useTranslate();
  if (corrections.length === 0) return null;
  return (
    <Panel title={translate("correction.title")}>
      {corrections.map((c) => (
        <Box key={c.at} sx={{ py: 1 }}>
          <Typography>
            <b>{showTime(c.at)}</b> {translate(`correction.${c.kind}`)} · {c.by}
          </Typography>
          <Typography sx={{ whiteSpace: "pre-wrap" }}>{c.reason}</Typography>
          <ItemChanges of="signal" items={c.items} />
        </Box>
      ))}
    </Panel>
  );
}
