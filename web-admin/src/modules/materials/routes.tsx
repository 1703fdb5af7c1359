import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const materialRoutes = [
  <Route key="materials" path="/materials" element={later(() => import("./Materials"), "Materials")} />,
  <Route key="material-drafts" path="/materials/drafts" element={later(() => import("./MaterialDrafts"), "MaterialDrafts")} />,
  <Route key="material-new" path="/materials/new" element={later(() => import("./MaterialForm"), "MaterialForm")} />,
  <Route key="material-edit" path="/materials/:id/edit" element={later(() => import("./MaterialForm"), "MaterialForm")} />,
  <Route key="material" path="/materials/:id" element={later(() => import("./MaterialPage"), "MaterialPage")} />,
];
