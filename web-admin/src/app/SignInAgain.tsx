import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { endWaiting, otherPerson, signInAgain } from "../api/client";
import { Loading } from "../ui/Page";
import { allTexts } from "./i18n";
import { type Me, useMe } from "./me";

const SignInForm = lazy(async () => {
  const [{ SignInForm }] = await Promise.all([import("../modules/access/SignIn"), allTexts()]);
  return { default: SignInForm };
});

type Asked = { why?: string };

/**
 * Over the page, so that nothing typed is lost: the session has ended, or an act needs a fresh sign-in. What waits goes out again afterwards, the very same. Whoever is somebody else
 * begins anew: nothing of the first one's page goes out under another name.
 */
export function SignInAgain() {
  const translate = useTranslate();
  const me = useMe();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [stranger, setStranger] = useState(false);

  useEffect(() => {
    const ask = (event: Event) => setAsked({ why: (event as CustomEvent<string | undefined>).detail });
    const other = () => setStranger(true);
    window.addEventListener(signInAgain, ask);
    window.addEventListener(otherPerson, other);
    return () => {
      window.removeEventListener(signInAgain, ask);
      window.removeEventListener(otherPerson, other);
    };
  }, []);

  /** Takes the session that the sign-in has opened, or that another window has. */
  const enter = async (address: string) => {
    const who = await whoIsThere(address);
    if (!who) return;
    if (who.accountId !== me.accountId) {
      window.dispatchEvent(new Event(otherPerson));
      return;
    }
    setAsked(undefined);
    endWaiting(true);
    await queries.invalidateQueries({ predicate: (query) => query.state.status === "error" });
  };

  const ended = !!asked && asked.why === undefined;
  useEffect(() => {
    if (!ended) return;
    // signed in elsewhere in this browser
    const look = () => void enter("/api/access/me");
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  });

  if (stranger)
    return (
      <Dialog open slotProps={hiding} aria-describedby="other-person" aria-label={translate("app.sign-in-again")}>
        <DialogContent id="other-person">{translate("app.other-person")}</DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={() => window.location.assign("/")}>
            {translate("app.begin-anew")}
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog open={!!asked} slotProps={ended ? hiding : undefined} fullWidth maxWidth="xs" aria-labelledby="sign-in-again">
      <DialogTitle id="sign-in-again">{translate("app.sign-in-again")}</DialogTitle>
      <DialogContent>
        <Alert severity="info" sx={{ mb: 2 }}>
          {asked?.why ?? translate("app.session-ended")}
        </Alert>
        <Suspense fallback={<Loading />}>
          {asked && (
            <SignInForm
              enter={() => void enter("/auth/begin?to=/api/access/me")}
              idPrefix="again-"
              outside={null}
              elsewhere={{ href: "/auth/outside?to=/", target: "_blank", rel: "noopener" }}
            />
          )}
        </Suspense>
      </DialogContent>
      {asked?.why !== undefined && (
        <DialogActions>
          <Button
            onClick={() => {
              setAsked(undefined);
              endWaiting(false);
            }}
          >
            {translate("app.not-now")}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

// what the page says of children is not read over the shoulder of nobody
const hiding = { backdrop: { sx: { bgcolor: "background.default", opacity: "1 !important" } } };

/** Follows the sign-in to its end without leaving the page; null when nobody is signed in there. */
async function whoIsThere(address: string): Promise<Me | null> {
  try {
    const answer = await fetch(address);
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("application/json");
    return answer.ok && isJson ? ((await answer.json()) as Me) : null;
  } catch {
    return null;
  }
}
