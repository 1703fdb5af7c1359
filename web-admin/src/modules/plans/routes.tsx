import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const planRoutes = [
  <Route key="my-measures" path="/my-measures" element={later(() => import("./MyMeasures"), "MyMeasures")} />,
  <Route key="decisions" path="/decisions" element={later(() => import("./Decisions"), "Decisions")} />,
  <Route key="rules" path="/rules" element={later(() => import("./RulesPage"), "RulesPage")} />,
];
