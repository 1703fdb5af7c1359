import { Route } from "react-router-dom";
import { AccountList } from "./AccountList";
import { AccountPage } from "./AccountPage";
import { BodyForm } from "./BodyForm";
import { BodyList } from "./BodyList";
import { CalendarPage } from "./CalendarPage";
import { DictionariesPage } from "./DictionariesPage";
import { GrantAccess } from "./GrantAccess";
import { RightsPage } from "./RightsPage";
import { SpecialistForm } from "./SpecialistForm";
import { SpecialistList } from "./SpecialistList";
import { TerritoriesPage } from "./TerritoriesPage";

export const accessRoutes = [
  <Route key="bodies" path="/bodies" element={<BodyList />} />,
  <Route key="body-new" path="/bodies/new" element={<BodyForm />} />,
  <Route key="body" path="/bodies/:id" element={<BodyForm />} />,
  <Route key="specialists" path="/specialists" element={<SpecialistList />} />,
  <Route key="specialist-new" path="/specialists/new" element={<SpecialistForm />} />,
  <Route key="specialist" path="/specialists/:id" element={<SpecialistForm />} />,
  <Route key="accounts" path="/accounts" element={<AccountList />} />,
  <Route key="account-new" path="/accounts/new" element={<GrantAccess />} />,
  <Route key="account" path="/accounts/:id" element={<AccountPage />} />,
  <Route key="calendar" path="/calendar" element={<CalendarPage />} />,
  <Route key="territories" path="/territories" element={<TerritoriesPage />} />,
  <Route key="dictionaries" path="/dictionaries" element={<DictionariesPage />} />,
  <Route key="rights" path="/rights" element={<RightsPage />} />,
];
