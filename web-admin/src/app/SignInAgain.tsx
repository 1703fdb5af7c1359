import { Button, Dialog, DialogActions, DialogContent } from "@mui/material";
import { useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { signInAgain } from "../api/client";
import { beginSignIn } from "./me";

/** What an account is opened with is changed right after signing in: whoever comes later signs in once more and comes back to the same page. */
export function SignInAgain() {
  const translate = useTranslate();
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const hear = (event: Event) => setSaid((event as CustomEvent<string>).detail);
    window.addEventListener(signInAgain, hear);
    return () => window.removeEventListener(signInAgain, hear);
  }, []);
  return (
    <Dialog open={!!said} onClose={() => setSaid(undefined)} aria-describedby="sign-in-again" aria-label={translate("app.sign-in-again")}>
      <DialogContent id="sign-in-again">{said}</DialogContent>
      <DialogActions>
        <Button onClick={() => setSaid(undefined)}>{translate("app.not-now")}</Button>
        <Button variant="contained" onClick={beginSignIn}>
          {translate("app.sign-in-again")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
