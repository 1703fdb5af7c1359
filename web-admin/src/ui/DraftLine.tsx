import { Button, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { showTime } from "./dates";

/** Says quietly that what was typed is kept. */
export function DraftLine({ savedAt, restored, onDrop }: { savedAt?: string; restored: boolean; onDrop: () => void }) {
  const translate = useTranslate();
  if (!savedAt) return null;
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {translate(restored ? "draft.restored" : "draft.saved", { at: showTime(savedAt) })}
      {restored && (
        <Button size="small" onClick={onDrop} sx={{ ml: 1 }}>
          {translate("draft.drop")}
        </Button>
      )}
    </Typography>
  );
}
