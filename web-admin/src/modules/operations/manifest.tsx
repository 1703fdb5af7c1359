import MonitorHeart from "@mui/icons-material/MonitorHeartOutlined";
import Schedule from "@mui/icons-material/ScheduleOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/operations", needs: "run-jobs", guide: "operations", element: later(() => import("./OperationsPage"), "OperationsPage") },
  ],
  menu: [
    { to: "/operations", text: "menu.operations", icon: <MonitorHeart />, at: 30, group: "running" },
    { to: "/jobs", text: "menu.jobs", icon: <Schedule />, at: 50, group: "running", outside: "run-jobs" },
  ],
};
