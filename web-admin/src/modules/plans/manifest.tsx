import Checklist from "@mui/icons-material/ChecklistOutlined";
import Gavel from "@mui/icons-material/GavelOutlined";
import Rule from "@mui/icons-material/RuleOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/my-measures", needs: "report-measures", guide: "my-measures", element: later(() => import("./MyMeasures"), "MyMeasures") },
    { path: "/decisions", needs: "consent-to-closing", guide: "decisions", element: later(() => import("./Decisions"), "Decisions") },
    { path: "/rules", needs: "read-children", guide: "rules", element: later(() => import("./RulesPage"), "RulesPage") },
  ],
  menu: [
    { to: "/my-measures", text: "menu.my-measures", icon: <Checklist />, at: 50 },
    { to: "/decisions", text: "menu.decisions", icon: <Gavel />, at: 10, group: "requests" },
    { to: "/rules", text: "menu.rules", icon: <Rule />, at: 30, group: "reference" },
  ],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
