import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useTranslate } from "react-admin";
import { SignInForm } from "../../modules/access/SignIn";

type Props = { asked?: { why?: string }; isStranger: boolean; onEntered: () => void; onGiveUp: () => void };

/** Covers the page until someone has signed in; loaded on demand. */
export default function SignInAgainDialog({ asked, isStranger, onEntered, onGiveUp }: Props) {
  const translate = useTranslate();
  if (isStranger)
    return (
      <Dialog open slotProps={hiding} aria-labelledby="sign-in-again" aria-describedby="other-person">
        <DialogTitle id="sign-in-again">{translate("app.sign-in-again")}</DialogTitle>
        <DialogContent id="other-person">{translate("app.other-person")}</DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={() => window.location.assign("/")}>
            {translate("app.begin-anew")}
          </Button>
        </DialogActions>
      </Dialog>
    );
  const ended = asked?.why === undefined;
  return (
    <Dialog open slotProps={ended ? hiding : undefined} fullWidth maxWidth="xs" aria-labelledby="sign-in-again">
      <DialogTitle id="sign-in-again">{translate("app.sign-in-again")}</DialogTitle>
      <DialogContent>
        <Alert severity="info" sx={{ mb: 2 }}>
          {asked?.why ?? translate("app.session-ended")}
        </Alert>
        <SignInForm
          enter={onEntered}
          idPrefix="again-"
          outside={null}
          elsewhere={{ href: "/auth/outside?to=/", target: "_blank", rel: "noopener" }}
        />
      </DialogContent>
      {!ended && (
        <DialogActions>
          <Button onClick={onGiveUp}>{translate("app.not-now")}</Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

// children's data on the page are hidden from onlookers
const hiding = { backdrop: { sx: { bgcolor: "background.default", opacity: "1 !important" } } };
