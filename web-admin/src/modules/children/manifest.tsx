import AssignmentLate from "@mui/icons-material/AssignmentLateOutlined";
import Campaign from "@mui/icons-material/CampaignOutlined";
import DeleteForever from "@mui/icons-material/DeleteForeverOutlined";
import Gavel from "@mui/icons-material/GavelOutlined";
import Leaderboard from "@mui/icons-material/LeaderboardOutlined";
import MoveDown from "@mui/icons-material/MoveDownOutlined";
import PersonSearch from "@mui/icons-material/PersonSearchOutlined";
import SwapHoriz from "@mui/icons-material/SwapHorizOutlined";
import { isTab } from "../../app/core/pieces";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";
import { Home, WorkList } from "./WorkList";

/** Each tab has its own guide, named after the tab. */
const guideOfCard = (search: string) => {
  const tab = new URLSearchParams(search).get("tab");
  return isTab(tab) ? tab : "card";
};

export const manifest: Manifest = {
  screens: [
    { path: "/", needs: "use-base", isHome: true, element: <Home /> },
    { path: "/work", needs: "read-children", isHome: true, element: <WorkList /> },
    { path: "/signals", needs: "read-children", guide: "signals", element: later(() => import("./SignalList"), "SignalList") },
    {
      path: "/signals/new",
      needs: "register-signals",
      guide: "register-signal",
      element: later(() => import("./RegisterSignal"), "RegisterSignal"),
    },
    {
      path: "/signals/:id",
      needs: "read-children",
      guide: "signals",
      element: later(() => import("./SignalPage"), "SignalPage", "signal"),
    },
    { path: "/children", needs: "read-children", guide: "children", element: later(() => import("./SearchChildren"), "SearchChildren") },
    { path: "/children/:id", needs: "read-children", guide: guideOfCard, element: later(() => import("./CardPage"), "CardPage", "card") },
    {
      path: "/children/:id/merge/:other",
      needs: "edit-children",
      guide: "card",
      element: later(() => import("./MergeCards"), "MergeCards"),
    },
    {
      path: "/children/:id/split/:merge",
      needs: "edit-children",
      guide: "card",
      element: later(() => import("./SplitCards"), "SplitCards"),
    },
    { path: "/merges", needs: "decide-merges", guide: "decisions", element: later(() => import("./MergesWaiting"), "MergesWaiting") },
    { path: "/transfers", needs: "edit-children", guide: "transfers", element: later(() => import("./Transfers"), "Transfers") },
    { path: "/case-requests", needs: "edit-children", guide: "transfers", element: later(() => import("./CaseRequests"), "CaseRequests") },
    { path: "/board", needs: "read-children", guide: "board", element: later(() => import("./Board"), "Board") },
    { path: "/purges", needs: "read-purges", guide: "purges", element: later(() => import("./Purges"), "Purges") },
    { path: "/purges/due", needs: "decide-purges", guide: "purges", element: later(() => import("./PurgesDue"), "PurgesDue") },
    { path: "/purges/:id", needs: "read-purges", guide: "purges", element: later(() => import("./PurgePage"), "PurgePage") },
  ],
  menu: [
    { to: "/work", text: "menu.work-list", icon: <AssignmentLate />, at: 10 },
    { to: "/signals", text: "menu.signals", icon: <Campaign />, at: 20 },
    { to: "/children", text: "menu.children", icon: <PersonSearch />, at: 30 },
    { to: "/merges", text: "menu.merges", icon: <Gavel />, at: 20, group: "requests" },
    { to: "/transfers", text: "menu.transfers", icon: <SwapHoriz />, at: 30, group: "requests" },
    { to: "/case-requests", text: "menu.case-requests", icon: <MoveDown />, at: 40, group: "requests" },
    { to: "/board", text: "menu.board", icon: <Leaderboard />, at: 20, group: "figures" },
    { to: "/purges", text: "menu.purges", icon: <DeleteForever />, at: 20, group: "running" },
  ],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
