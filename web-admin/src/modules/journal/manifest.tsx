import Backup from "@mui/icons-material/BackupOutlined";
import History from "@mui/icons-material/HistoryOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/journal", needs: "read-journal", guide: "journal", element: later(() => import("./Journal"), "Journal") },
    {
      path: "/journal/child/:id",
      needs: "read-journal",
      guide: "journal",
      element: later(() => import("./JournalOfChild"), "JournalOfChild"),
    },
    { path: "/journal/unusual", needs: "read-journal", guide: "journal", element: later(() => import("./UnusualUse"), "UnusualUse") },
    { path: "/backups", needs: "run-jobs", guide: "backups", element: later(() => import("./Backups"), "Backups") },
  ],
  menu: [
    { to: "/journal", text: "menu.journal", icon: <History />, at: 10, group: "running" },
    { to: "/backups", text: "menu.backups", icon: <Backup />, at: 40, group: "running" },
  ],
};
