import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const institutionRoutes = [
  <Route key="institutions" path="/institutions" element={later(() => import("./InstitutionList"), "InstitutionList")} />,
  <Route key="institution-new" path="/institutions/new" element={later(() => import("./InstitutionForm"), "InstitutionForm")} />,
  <Route key="institution-edit" path="/institutions/:id/edit" element={later(() => import("./InstitutionForm"), "InstitutionForm")} />,
  <Route key="institution" path="/institutions/:id" element={later(() => import("./InstitutionPage"), "InstitutionPage")} />,
  <Route key="placements" path="/placements" element={later(() => import("./PlacementList"), "PlacementList")} />,
  <Route key="own-institution" path="/own-institution" element={later(() => import("./OwnInstitution"), "OwnInstitution")} />,
];
