import { CssBaseline } from "@mui/material";
import { QueryClient } from "@tanstack/react-query";
import { AdminContext, CoreAdminUI, CustomRoutes, type I18nProvider, localStorageStore } from "react-admin";
import { lazy, type ReactNode, startTransition, Suspense, useMemo, useState } from "react";
import { Route } from "react-router-dom";
import { ApiError } from "../../api/client";
import { BrowserRouter } from "react-router-dom";
import { PiecesContext, pieceStore } from "../core/pieces";
import type { Screen } from "../core/manifest";
import { manifests, screens } from "./modules";
import { Shell } from "./Shell";
import { darkTheme, lightTheme } from "./theme";
import { beginSignIn } from "../core/me";
import { Broken, NotFound } from "./Unexpected";

const Notification = lazy(() => import("./Notices"));
const pieces = pieceStore(manifests);
const routes = (which: (screen: Screen) => boolean) =>
  screens.filter(which).map(({ path, element }) => <Route key={path} path={path} element={element} />);
// language and theme of this browser, nothing else
const store = localStorageStore();
const queryClient = new QueryClient({
  defaultOptions: {
    // offline, a query fails and the screen says so; it does not wait in silence
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      refetchOnWindowFocus: false,
      // a refusal is final; only a failed connection is retried
      retry: (count, error) => !(error instanceof ApiError && error.status > 0) && count < 2,
      throwOnError: (error) => {
        if (error instanceof ApiError && error.status === 401) beginSignIn();
        return false;
      },
    },
  },
});

/** A change of language replaces the provider, which re-renders everything translated; react-admin would remount the whole app. */
function Speaking({ i18n, children }: { i18n: I18nProvider; children: ReactNode }) {
  const [told, setTold] = useState(i18n);
  const provider = useMemo(
    () => ({
      ...told,
      changeLocale: async (to: string) => {
        await i18n.changeLocale(to);
        // deferred: while the provider and the stored locale differ, react-admin changes the provider back
        window.setTimeout(() => startTransition(() => setTold({ ...i18n })));
      },
    }),
    [told, i18n],
  );
  return (
    <AdminContext i18nProvider={provider} queryClient={queryClient} store={store} lightTheme={lightTheme} darkTheme={darkTheme}>
      {children}
    </AdminContext>
  );
}

export const App = ({ i18n }: { i18n: I18nProvider }) => (
  <BrowserRouter>
    <Speaking i18n={i18n}>
      <PiecesContext value={pieces}>
        <CssBaseline enableColorScheme>
          {/* react-admin's frame without its own pages: ours are loaded on demand */}
          <CoreAdminUI
            layout={Shell}
            catchAll={NotFound}
            error={Broken}
            loginPage={false}
            authCallbackPage={false}
            disableTelemetry
            requireAuth={false}
          >
            <CustomRoutes noLayout>{routes((screen) => screen.needs === "open")}</CustomRoutes>
            <CustomRoutes>{routes((screen) => screen.needs !== "open")}</CustomRoutes>
          </CoreAdminUI>
          <Suspense>
            <Notification />
          </Suspense>
        </CssBaseline>
      </PiecesContext>
    </Speaking>
  </BrowserRouter>
);
