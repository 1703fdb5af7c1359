import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const integrationRoutes = [
  <Route key="disclosures" path="/disclosures" element={later(() => import("./DisclosureList"), "DisclosureList")} />,
  <Route key="disclosure-new" path="/disclosures/new" element={later(() => import("./RegisterDisclosure"), "RegisterDisclosure")} />,
  <Route key="disclosure" path="/disclosures/:id" element={later(() => import("./DisclosurePage"), "DisclosurePage")} />,
];
