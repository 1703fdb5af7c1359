import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const reportingRoutes = [
  <Route key="statistics" path="/statistics" element={later(() => import("./Statistics"), "Statistics")} />,
  <Route key="overview" path="/overview" element={later(() => import("./Overview"), "Overview")} />,
  <Route key="summary" path="/statistics/summary" element={later(() => import("./Summary"), "Summary")} />,
  <Route key="map" path="/statistics/map" element={later(() => import("./MapPage"), "MapPage")} />,
  <Route key="republic" path="/statistics/republic" element={later(() => import("./Republic"), "Republic")} />,
  <Route key="frozen" path="/statistics/frozen" element={later(() => import("./FrozenList"), "FrozenList")} />,
  <Route key="frozen-one" path="/statistics/frozen/:id" element={later(() => import("./FrozenPage"), "FrozenPage")} />,
  <Route key="report-children" path="/statistics/children" element={later(() => import("./ReportChildren"), "ReportChildren")} />,
];
