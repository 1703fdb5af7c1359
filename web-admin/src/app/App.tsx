import { CssBaseline } from "@mui/material";
import { QueryClient } from "@tanstack/react-query";
import { AdminContext, CoreAdminUI, CustomRoutes, type I18nProvider } from "react-admin";
import { lazy, Suspense } from "react";
import { Route } from "react-router-dom";
import { ApiError } from "../api/client";
import { accessRoutes } from "../modules/access/routes";
import { assessmentRoutes } from "../modules/assessments/routes";
import { childrenRoutes } from "../modules/children/routes";
import { institutionRoutes } from "../modules/institutions/routes";
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
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
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

export const App = ({ i18n }: { i18n: I18nProvider }) => (
  <BrowserRouter>
    <AdminContext i18nProvider={i18n} queryClient={queryClient} lightTheme={lightTheme} darkTheme={darkTheme} defaultTheme="light">
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
    </AdminContext>
  </BrowserRouter>
);
