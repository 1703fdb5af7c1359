import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const noticeRoutes = [<Route key="notices" path="/notices" element={later(() => import("./Notices"), "Notices")} />];
