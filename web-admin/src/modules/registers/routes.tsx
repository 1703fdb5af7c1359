import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const registerRoutes = [
  <Route key="registers" path="/registers" element={later(() => import("./RegisterServices"), "RegisterServices")} />,
  <Route key="register" path="/registers/:kind" element={later(() => import("./RegisterServicePage"), "RegisterServicePage")} />,
];
