import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const accessRoutes = [
  <Route key="bodies" path="/bodies" element={later(() => import("./BodyList"), "BodyList")} />,
  <Route key="body-new" path="/bodies/new" element={later(() => import("./BodyForm"), "BodyForm")} />,
  <Route key="body" path="/bodies/:id" element={later(() => import("./BodyForm"), "BodyForm")} />,
  <Route key="specialists" path="/specialists" element={later(() => import("./SpecialistList"), "SpecialistList")} />,
  <Route key="specialist-new" path="/specialists/new" element={later(() => import("./SpecialistForm"), "SpecialistForm")} />,
  <Route key="specialist" path="/specialists/:id" element={later(() => import("./SpecialistForm"), "SpecialistForm")} />,
  <Route key="accounts" path="/accounts" element={later(() => import("./AccountList"), "AccountList")} />,
  <Route key="account-new" path="/accounts/new" element={later(() => import("./GrantAccess"), "GrantAccess")} />,
  <Route key="access-requests" path="/accounts/requests" element={later(() => import("./AccessRequestList"), "AccessRequestList")} />,
  <Route key="blocks" path="/accounts/blocks" element={later(() => import("./BlockList"), "BlockList")} />,
  <Route key="account" path="/accounts/:id" element={later(() => import("./AccountPage"), "AccountPage")} />,
  <Route key="calendar" path="/calendar" element={later(() => import("./CalendarPage"), "CalendarPage")} />,
  <Route key="territories" path="/territories" element={later(() => import("./TerritoriesPage"), "TerritoriesPage")} />,
  <Route key="dictionaries" path="/dictionaries" element={later(() => import("./DictionariesPage"), "DictionariesPage")} />,
  <Route key="rights" path="/rights" element={later(() => import("./RightsPage"), "RightsPage")} />,
  <Route key="clients" path="/clients" element={later(() => import("./ClientList"), "ClientList")} />,
  <Route key="client-new" path="/clients/new" element={later(() => import("./ClientForm"), "ClientForm")} />,
  <Route key="client" path="/clients/:id" element={later(() => import("./ClientForm"), "ClientForm")} />,
];
