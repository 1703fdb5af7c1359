import { CssBaseline } from "@mui/material";
import { QueryClient } from "@tanstack/react-query";
import { AdminContext, CoreAdminUI, CustomRoutes, type I18nProvider, localStorageStore } from "react-admin";
import { lazy, type ReactNode, startTransition, Suspense, useMemo, useState } from "react";
import { Route } from "react-router-dom";
import { ApiError } from "../api/client";
import { accessRoutes } from "../modules/access/routes";
import { assessmentRoutes } from "../modules/assessments/routes";
import { childrenRoutes } from "../modules/children/routes";
import { institutionRoutes } from "../modules/institutions/routes";
import { draftRoutes } from "../modules/drafts/routes";
import { integrationRoutes } from "../modules/integration/routes";
import { registerRoutes } from "../modules/registers/routes";
import { journalRoutes } from "../modules/journal/routes";
import { materialRoutes } from "../modules/materials/routes";
import { noticeRoutes } from "../modules/notices/routes";
import { operationsRoutes } from "../modules/operations/routes";
import { planRoutes } from "../modules/plans/routes";
import { reportingRoutes } from "../modules/reporting/routes";
import { trainingRoutes } from "../modules/training/routes";
import { Home, WorkList } from "../modules/children/WorkList";
import { BrowserRouter } from "react-router-dom";
import { later } from "../ui/later";
import { Shell } from "./Shell";
import { darkTheme, lightTheme } from "./theme";
import { beginSignIn } from "./me";
import { Broken, NotFound } from "./Unexpected";

const Notification = lazy(() => import("./Notices"));
// language and theme of this browser, nothing else
const store = localStorageStore();
const queryClient = new QueryClient({
  defaultOptions: {
    // without a line a question fails and the screen says so; it does not wait in silence
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      refetchOnWindowFocus: false,
      // a refusal stays a refusal; only a broken line is tried again
      retry: (count, error) => !(error instanceof ApiError && error.status > 0) && count < 2,
      throwOnError: (error) => {
        if (error instanceof ApiError && error.status === 401) beginSignIn();
        return false;
      },
    },
  },
});

/** A change of language replaces the provider, which re-renders whatever translates; react-admin would remount the whole app. */
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
      <CssBaseline enableColorScheme>
        {/* react-admin's frame without its own pages: ours are loaded when they are opened */}
        <CoreAdminUI
          layout={Shell}
          catchAll={NotFound}
          error={Broken}
          loginPage={false}
          authCallbackPage={false}
          disableTelemetry
          requireAuth={false}
        >
          <CustomRoutes noLayout>
            <Route path="/sign-in" element={later(() => import("../modules/access/SignIn"), "SignIn")} />
            <Route path="/check" element={later(() => import("../modules/reporting/CheckPaper"), "CheckPaper")} />
            <Route path="/reference" element={later(() => import("../modules/materials/PublicMaterials"), "PublicMaterials")} />
            <Route path="/reference/:id" element={later(() => import("../modules/materials/PublicMaterials"), "PublicMaterial")} />
          </CustomRoutes>
          <CustomRoutes>
            <Route path="/" element={<Home />} />
            <Route path="/work" element={<WorkList />} />
            <Route path="/me" element={later(() => import("../modules/access/MyAccount"), "MyAccount")} />
            {childrenRoutes}
            {assessmentRoutes}
            {planRoutes}
            {institutionRoutes}
            {reportingRoutes}
            {noticeRoutes}
            {draftRoutes}
            {materialRoutes}
            {trainingRoutes}
            {integrationRoutes}
            {registerRoutes}
            {journalRoutes}
            {operationsRoutes}
            {accessRoutes}
          </CustomRoutes>
        </CoreAdminUI>
        <Suspense>
          <Notification />
        </Suspense>
      </CssBaseline>
    </Speaking>
  </BrowserRouter>
);
