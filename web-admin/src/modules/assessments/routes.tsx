import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const assessmentRoutes = [
  <Route key="assessment" path="/assessments/:id" element={later(() => import("./AssessmentPage"), "AssessmentPage")} />,
];
