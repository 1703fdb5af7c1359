import { Box, Button, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { showTime } from "./dates";

const room = { minHeight: { xs: 52, sm: 31 } };

/** Says quietly that what was typed is kept. */
export function DraftLine({ savedAt, restored, onDrop }: { savedAt?: string; restored: boolean; onDrop: () => void }) {
  const translate = useTranslate();
  // its room is kept: what is typed into stays where it is when the line appears
  if (!savedAt) return <Box sx={room} />;
  return (
    <Typography variant="body2" color="textSecondary" role="status" sx={room}>
      {translate(restored ? "draft.restored" : "draft.saved", { at: showTime(savedAt) })}
      {restored && (
        <Button size="small" onClick={onDrop} sx={{ ml: 1 }}>
          {translate("draft.drop")}
        </Button>
      )}
    </Typography>
  );
}
