import { Component, type ComponentType, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from "react";
import { useTranslate } from "react-admin";
import { allTexts } from "../app/core/i18n";
import { type Host, PiecesContext } from "../app/core/pieces";
import { ApiError } from "../api/client";
import { Failure, Loading, Page } from "./Page";

let screens = 0;

/** A screen that is loaded when first opened, so that the initial load stays small; together with what other modules contribute to it. */
export function later<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N, host?: Host) {
  // two screens at one place of the routes are two
  return <Later key={++screens} load={async () => ({ default: (await load())[name] })} host={host} />;
}

function Later({ load, host }: { load: () => Promise<{ default: ComponentType }>; host?: Host }) {
  const pieces = useContext(PiecesContext);
  const [tries, setTries] = useState(0);
  const Screen = useMemo(
    () =>
      lazy<ComponentType>(async () => {
        try {
          return (await Promise.all([load(), allTexts(), host && pieces.load(host)]))[0];
        } catch {
          throw new NotLoaded();
        }
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- loaded once, and again on retry
    [tries],
  );
  return (
    <Unloaded key={tries} again={() => setTries(tries + 1)}>
      <Suspense fallback={<Loading />}>
        <Screen />
      </Suspense>
    </Unloaded>
  );
}

/** The code of a screen could not be fetched. */
class NotLoaded extends Error {}

/** Stays inside the frame: the menu is there, and the screen can be retried. Other errors are not caught by this boundary. */
class Unloaded extends Component<{ again: () => void; children: ReactNode }, { error?: unknown }> {
  state: { error?: unknown } = {};

  static getDerivedStateFromError = (error: unknown) => ({ error });

  render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof NotLoaded)) throw error as Error;
    const again = async () => {
      // a browser may cache the failure: if the server responds, the page is reloaded, and drafts restore what was typed
      const there = await fetch("/health/live", { cache: "no-store" }).then(
        (answer) => answer.ok,
        () => false,
      );
      if (there) window.location.reload();
      else this.props.again();
    };
    return <NoLine again={() => void again()} />;
  }
}

function NoLine({ again }: { again: () => void }) {
  const translate = useTranslate();
  return (
    <Page title={translate("app.no-line")}>
      <Failure error={new ApiError(0, { type: "", title: "", status: 0, code: "offline", errors: undefined })} again={again} />
    </Page>
  );
}
