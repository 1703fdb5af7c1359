import SyncAlt from "@mui/icons-material/SyncAltOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    {
      path: "/registers",
      needs: "manage-registers",
      guide: "register-services",
      element: later(() => import("./RegisterServices"), "RegisterServices"),
    },
    {
      path: "/registers/:kind",
      needs: "manage-registers",
      guide: "register-services",
      element: later(() => import("./RegisterServicePage"), "RegisterServicePage"),
    },
  ],
  menu: [{ to: "/registers", text: "menu.registers", icon: <SyncAlt />, at: 50, group: "people" }],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
    signal: async () => (await import("./signal")).signalPieces,
  },
};
