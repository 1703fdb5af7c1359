import BarChart from "@mui/icons-material/BarChartOutlined";
import Insights from "@mui/icons-material/InsightsOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/statistics", needs: "read-statistics", guide: "statistics", element: later(() => import("./Statistics"), "Statistics") },
    {
      path: "/overview",
      needs: "read-statistics",
      guide: "overview",
      isHome: true,
      element: later(() => import("./Overview"), "Overview"),
    },
    { path: "/statistics/summary", needs: "read-statistics", guide: "statistics", element: later(() => import("./Summary"), "Summary") },
    {
      path: "/statistics/map",
      needs: ["read-statistics", "manage-territories"],
      guide: "map",
      element: later(() => import("./MapPage"), "MapPage"),
    },
    { path: "/statistics/republic", needs: "read-statistics", guide: "statistics", element: later(() => import("./Republic"), "Republic") },
    {
      path: "/statistics/frozen",
      needs: "read-statistics",
      guide: "statistics",
      element: later(() => import("./FrozenList"), "FrozenList"),
    },
    {
      path: "/statistics/frozen/:id",
      needs: "read-statistics",
      guide: "statistics",
      element: later(() => import("./FrozenPage"), "FrozenPage"),
    },
    {
      path: "/statistics/children",
      needs: "read-children",
      guide: "statistics",
      element: later(() => import("./ReportChildren"), "ReportChildren"),
    },
    { path: "/check", needs: "open", element: later(() => import("./CheckPaper"), "CheckPaper") },
  ],
  menu: [
    { to: "/overview", text: "menu.overview", icon: <Insights />, at: 10, group: "figures" },
    { to: "/statistics", text: "menu.statistics", icon: <BarChart />, at: 30, group: "figures" },
  ],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
