import { Alert, Box, Button, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { showTime } from "../dates";
import type { useKeptDraft } from "./useKeptDraft";
import { OpenElsewhere } from "./OpenElsewhere";

/** The state of the draft: saved since when, or why not. */
export function DraftLine({ draft, busy }: { draft: Omit<ReturnType<typeof useKeptDraft>, "beforeSend">; busy: boolean }) {
  const translate = useTranslate();
  const { savedAt, restored, offered, beside, trouble } = draft.state;
  if (!draft.key) return null;
  return (
    <>
      {draft.subject && <OpenElsewhere form={draft.key} childId={draft.subject} />}
      {offered && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {translate("draft.offered", { at: showTime(offered.savedAt) })}
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1 }}>
            <Button color="inherit" variant="outlined" size="small" disabled={busy} onClick={draft.take}>
              {translate("draft.take")}
            </Button>
            <Button color="inherit" size="small" disabled={busy} onClick={draft.leaveIt}>
              {translate("draft.leave")}
            </Button>
          </Box>
        </Alert>
      )}
      {trouble ? (
        // visible anywhere in a long form
        <Alert severity="warning" role="status" sx={{ mb: 1.5, position: "sticky", top: 56, zIndex: 2 }}>
          {translate(`draft.not-saved-${trouble}`)} {savedAt && translate("draft.saved", { at: showTime(savedAt) })}
        </Alert>
      ) : (
        // its space is reserved: the field being typed into does not move when the line appears
        <Typography variant="body2" color="textSecondary" component="div" role="status" sx={{ mb: 1, minHeight: 22 }}>
          {savedAt && translate(restored ? "draft.restored" : "draft.saved", { at: showTime(savedAt) })}{" "}
          {savedAt && beside && translate("draft.beside")}
          {savedAt && restored && (
            <Button size="small" disabled={busy} onClick={() => void draft.discard()} sx={{ ml: 1 }}>
              {translate("draft.drop")}
            </Button>
          )}
        </Typography>
      )}
    </>
  );
}
