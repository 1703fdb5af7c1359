import AccountBalance from "@mui/icons-material/AccountBalanceOutlined";
import Badge from "@mui/icons-material/BadgeOutlined";
import CalendarMonth from "@mui/icons-material/CalendarMonthOutlined";
import Hub from "@mui/icons-material/HubOutlined";
import Key from "@mui/icons-material/KeyOutlined";
import MenuBook from "@mui/icons-material/MenuBookOutlined";
import Place from "@mui/icons-material/PlaceOutlined";
import TableChart from "@mui/icons-material/TableChartOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/bodies", needs: "read-bodies", guide: "bodies", element: later(() => import("./BodyList"), "BodyList") },
    { path: "/bodies/new", needs: "manage-bodies", guide: "bodies", element: later(() => import("./BodyForm"), "BodyForm") },
    { path: "/bodies/:id", needs: "read-bodies", guide: "bodies", element: later(() => import("./BodyForm"), "BodyForm") },
    {
      path: "/specialists",
      needs: "read-bodies",
      guide: "specialists",
      element: later(() => import("./SpecialistList"), "SpecialistList"),
    },
    {
      path: "/specialists/new",
      needs: "manage-bodies",
      guide: "specialists",
      element: later(() => import("./SpecialistForm"), "SpecialistForm"),
    },
    {
      path: "/specialists/:id",
      needs: "manage-bodies",
      guide: "specialists",
      element: later(() => import("./SpecialistForm"), "SpecialistForm"),
    },
    {
      path: "/accounts",
      needs: "manage-accounts",
      guide: "accounts",
      isHome: true,
      element: later(() => import("./AccountList"), "AccountList"),
    },
    { path: "/accounts/new", needs: "manage-accounts", guide: "accounts", element: later(() => import("./GrantAccess"), "GrantAccess") },
    {
      path: "/accounts/requests",
      needs: "manage-accounts",
      guide: "accounts",
      element: later(() => import("./AccessRequestList"), "AccessRequestList"),
    },
    { path: "/accounts/blocks", needs: "manage-accounts", guide: "accounts", element: later(() => import("./BlockList"), "BlockList") },
    { path: "/accounts/:id", needs: "manage-accounts", guide: "accounts", element: later(() => import("./AccountPage"), "AccountPage") },
    { path: "/calendar", needs: "use-base", guide: "calendar", element: later(() => import("./CalendarPage"), "CalendarPage") },
    { path: "/territories", needs: "use-base", guide: "territories", element: later(() => import("./TerritoriesPage"), "TerritoriesPage") },
    {
      path: "/dictionaries",
      needs: "use-base",
      guide: "dictionaries",
      element: later(() => import("./DictionariesPage"), "DictionariesPage"),
    },
    { path: "/rights", needs: "read-rights", guide: "rights", element: later(() => import("./RightsPage"), "RightsPage") },
    { path: "/clients", needs: "manage-clients", guide: "clients", element: later(() => import("./ClientList"), "ClientList") },
    { path: "/clients/new", needs: "manage-clients", guide: "clients", element: later(() => import("./ClientForm"), "ClientForm") },
    { path: "/clients/:id", needs: "manage-clients", guide: "clients", element: later(() => import("./ClientForm"), "ClientForm") },
    { path: "/me", needs: "use-base", guide: "me", element: later(() => import("./MyAccount"), "MyAccount") },
    { path: "/sign-in", needs: "open", element: later(() => import("./SignIn"), "SignIn") },
  ],
  menu: [
    { to: "/bodies", text: "menu.bodies", icon: <AccountBalance />, at: 10, group: "people" },
    { to: "/specialists", text: "menu.specialists", icon: <Badge />, at: 20, group: "people" },
    { to: "/accounts", text: "menu.accounts", icon: <Key />, at: 30, group: "people" },
    { to: "/clients", text: "menu.clients", icon: <Hub />, at: 40, group: "people" },
    { to: "/calendar", text: "menu.calendar", icon: <CalendarMonth />, at: 40, group: "reference" },
    { to: "/territories", text: "menu.territories", icon: <Place />, at: 50, group: "reference" },
    { to: "/dictionaries", text: "menu.dictionaries", icon: <MenuBook />, at: 60, group: "reference" },
    { to: "/rights", text: "menu.rights", icon: <TableChart />, at: 70, group: "reference" },
  ],
};
