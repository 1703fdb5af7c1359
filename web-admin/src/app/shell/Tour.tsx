import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api } from "../../api/client";
import { meQuery } from "../core/api/me";
import { useChanged } from "../core/api/keys";
import { type Permission, useMe } from "../core/me";

/** The stops of the tour; stops that the reader has no right for are skipped. */
const stops: { text: string; needs?: Permission }[] = [
  { text: "welcome" },
  { text: "work", needs: "read-children" },
  { text: "signal", needs: "register-signals" },
  { text: "search", needs: "read-children" },
  { text: "case", needs: "read-children" },
  { text: "figures", needs: "read-statistics" },
  { text: "institution", needs: "read-own-institution" },
  { text: "access", needs: "manage-accounts" },
  { text: "help" },
];

/** [15.3] Two minutes through the Base for first-time users; available again from the guide (`?`). */
export default function Tour({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const me = useMe();
  const mine = stops.filter((stop) => !stop.needs || me.permissions.includes(stop.needs));
  const [at, setAt] = useState(0);
  const stop = mine[at]!.text;
  const finish = () => {
    onClose();
    // a failed connection only means that the tour is offered once more
    if (me.tour)
      void api
        .put("/api/access/me/tour")
        .then(() => changed(meQuery.queryKey))
        .catch(() => undefined);
  };
  return (
    <Dialog
      open
      onClose={finish}
      fullWidth
      maxWidth="sm"
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      sx={{ displayPrint: "none" }}
    >
      <DialogTitle id="tour-title">{translate(`tour.${stop}`)}</DialogTitle>
      <DialogContent aria-live="polite">
        <Typography id="tour-text" sx={{ minHeight: 110, whiteSpace: "pre-line" }}>
          {translate(`tour-says.${stop}`)}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ justifyContent: "space-between", flexWrap: "wrap" }}>
        <Button onClick={finish}>{translate("tour.skip")}</Button>
        <Typography color="textSecondary" sx={{ fontVariantNumeric: "tabular-nums" }}>
          {at + 1} / {mine.length}
        </Typography>
        <Box sx={{ ml: "auto" }}>
          <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
            {translate("tour.back")}
          </Button>
          {at < mine.length - 1 ? (
            <Button variant="contained" onClick={() => setAt(at + 1)}>
              {translate("tour.next")}
            </Button>
          ) : (
            <Button variant="contained" onClick={finish}>
              {translate("tour.finish")}
            </Button>
          )}
        </Box>
      </DialogActions>
    </Dialog>
  );
}
