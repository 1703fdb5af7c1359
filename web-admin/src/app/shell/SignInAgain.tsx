import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { endWaiting, otherPerson, signInAgain } from "../../api/client";
import { allTexts } from "../core/i18n";
import { type Me, useMe } from "../core/me";

const SignInAgainDialog = lazy(async () => (await allTexts(), import("./SignInAgainDialog")));

/** What an act that needs a fresh sign-in says; empty if the session has ended. */
type Asked = { why?: string };

/**
 * Over the page, so that nothing typed is lost: the session has ended, or an act needs a fresh sign-in. Waiting calls are sent again unchanged afterwards. A
 * different person starts over: nothing of the first one's page is sent under another name.
 */
export function SignInAgain() {
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

  /** Takes over the session that the sign-in, or another window, has opened. */
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

  if (!asked && !stranger) return null;
  return (
    <Suspense>
      <SignInAgainDialog
        asked={asked}
        isStranger={stranger}
        onEntered={() => void enter("/auth/begin?to=/api/access/me")}
        onGiveUp={() => {
          setAsked(undefined);
          endWaiting(false);
        }}
      />
    </Suspense>
  );
}

/** Follows the sign-in to its end without leaving the page; null if no one is signed in there. */
async function whoIsThere(address: string): Promise<Me | null> {
  try {
    const answer = await fetch(address);
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("application/json");
    return answer.ok && isJson ? ((await answer.json()) as Me) : null;
  } catch {
    return null;
  }
}
