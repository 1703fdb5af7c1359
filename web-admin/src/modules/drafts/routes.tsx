import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const draftRoutes = [<Route key="drafts" path="/drafts" element={later(() => import("./Drafts"), "Drafts")} />];
