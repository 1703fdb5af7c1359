import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const journalRoutes = [
  <Route key="journal" path="/journal" element={later(() => import("./Journal"), "Journal")} />,
  <Route key="journal-child" path="/journal/child/:id" element={later(() => import("./JournalOfChild"), "JournalOfChild")} />,
  <Route key="journal-unusual" path="/journal/unusual" element={later(() => import("./UnusualUse"), "UnusualUse")} />,
  <Route key="backups" path="/backups" element={later(() => import("./Backups"), "Backups")} />,
];
