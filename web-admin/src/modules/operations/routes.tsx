import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const operationsRoutes = [
  <Route key="operations" path="/operations" element={later(() => import("./OperationsPage"), "OperationsPage")} />,
];
