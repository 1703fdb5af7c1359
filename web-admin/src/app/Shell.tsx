import AccountBalance from "@mui/icons-material/AccountBalanceOutlined";
import AssignmentLate from "@mui/icons-material/AssignmentLateOutlined";
import Apartment from "@mui/icons-material/ApartmentOutlined";
import BarChart from "@mui/icons-material/BarChartOutlined";
import Backup from "@mui/icons-material/BackupOutlined";
import DeleteForever from "@mui/icons-material/DeleteForeverOutlined";
import History from "@mui/icons-material/HistoryOutlined";
import MonitorHeart from "@mui/icons-material/MonitorHeartOutlined";
import Outbox from "@mui/icons-material/OutboxOutlined";
import Badge from "@mui/icons-material/BadgeOutlined";
import Campaign from "@mui/icons-material/CampaignOutlined";
import CalendarMonth from "@mui/icons-material/CalendarMonthOutlined";
import Checklist from "@mui/icons-material/ChecklistOutlined";
import DarkMode from "@mui/icons-material/DarkModeOutlined";
import Gavel from "@mui/icons-material/GavelOutlined";
import Hub from "@mui/icons-material/HubOutlined";
import Insights from "@mui/icons-material/InsightsOutlined";
import Key from "@mui/icons-material/KeyOutlined";
import Leaderboard from "@mui/icons-material/LeaderboardOutlined";
import MenuIcon from "@mui/icons-material/Menu";
import LibraryBooks from "@mui/icons-material/LibraryBooksOutlined";
import School from "@mui/icons-material/SchoolOutlined";
import MenuBook from "@mui/icons-material/MenuBookOutlined";
import Person from "@mui/icons-material/PersonOutlined";
import PersonSearch from "@mui/icons-material/PersonSearchOutlined";
import Place from "@mui/icons-material/PlaceOutlined";
import Rule from "@mui/icons-material/RuleOutlined";
import Schedule from "@mui/icons-material/ScheduleOutlined";
import SyncAlt from "@mui/icons-material/SyncAltOutlined";
import MoveDown from "@mui/icons-material/MoveDownOutlined";
import SwapHoriz from "@mui/icons-material/SwapHorizOutlined";
import TableChart from "@mui/icons-material/TableChartOutlined";
import {
  Alert,
  AppBar,
  Box,
  Button,
  Divider,
  Drawer,
  IconButton,
  Link,
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Toolbar,
  Typography,
  useMediaQuery,
} from "@mui/material";
import { useTheme } from "@mui/material/styles";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTheme as useRaTheme, useTranslate } from "react-admin";
import { NavLink, useLocation, useNavigate } from "react-router-dom";
import { LanguageChoice } from "../ui/LanguageChoice";
import { Help } from "./Help";
import { allTexts } from "./i18n";
import { Bell } from "../modules/notices/Bell";
import { type Permission, SignedIn, useMe } from "./me";

const Tour = lazy(async () => (await allTexts(), import("./Tour")));
const TroubleBanner = lazy(async () => (await allTexts(), import("../modules/operations/TroubleBanner")));
const width = 236;

type Entry = { to: string; text: string; icon: ReactNode; needs: Permission };
const places: Entry[] = [
  { to: "/overview", text: "menu.overview", icon: <Insights />, needs: "read-statistics" },
  { to: "/work", text: "menu.work-list", icon: <AssignmentLate />, needs: "read-children" },
  { to: "/signals", text: "menu.signals", icon: <Campaign />, needs: "read-children" },
  { to: "/children", text: "menu.children", icon: <PersonSearch />, needs: "read-children" },
  { to: "/decisions", text: "menu.decisions", icon: <Gavel />, needs: "consent-to-closing" },
  { to: "/merges", text: "menu.merges", icon: <Gavel />, needs: "decide-merges" },
  { to: "/own-institution", text: "menu.own-institution", icon: <Apartment />, needs: "read-own-institution" },
  { to: "/my-measures", text: "menu.my-measures", icon: <Checklist />, needs: "report-measures" },
  { to: "/transfers", text: "menu.transfers", icon: <SwapHoriz />, needs: "edit-children" },
  { to: "/case-requests", text: "menu.case-requests", icon: <MoveDown />, needs: "edit-children" },
  { to: "/board", text: "menu.board", icon: <Leaderboard />, needs: "read-children" },
  { to: "/statistics", text: "menu.statistics", icon: <BarChart />, needs: "read-statistics" },
  { to: "/institutions", text: "menu.institutions", icon: <Apartment />, needs: "read-institutions" },
  { to: "/disclosures", text: "menu.disclosures", icon: <Outbox />, needs: "read-children" },
  { to: "/rules", text: "menu.rules", icon: <Rule />, needs: "read-children" },
  { to: "/materials", text: "menu.materials", icon: <LibraryBooks />, needs: "use-base" },
  { to: "/courses", text: "menu.courses", icon: <School />, needs: "use-base" },
];
const administration: Entry[] = [
  { to: "/bodies", text: "menu.bodies", icon: <AccountBalance />, needs: "read-bodies" },
  { to: "/specialists", text: "menu.specialists", icon: <Badge />, needs: "read-bodies" },
  { to: "/accounts", text: "menu.accounts", icon: <Key />, needs: "manage-accounts" },
  { to: "/clients", text: "menu.clients", icon: <Hub />, needs: "manage-clients" },
  { to: "/registers", text: "menu.registers", icon: <SyncAlt />, needs: "manage-registers" },
  { to: "/calendar", text: "menu.calendar", icon: <CalendarMonth />, needs: "use-base" },
  { to: "/territories", text: "menu.territories", icon: <Place />, needs: "use-base" },
  { to: "/dictionaries", text: "menu.dictionaries", icon: <MenuBook />, needs: "use-base" },
  { to: "/journal", text: "menu.journal", icon: <History />, needs: "read-journal" },
  { to: "/purges", text: "menu.purges", icon: <DeleteForever />, needs: "read-purges" },
  { to: "/operations", text: "menu.operations", icon: <MonitorHeart />, needs: "run-jobs" },
  { to: "/backups", text: "menu.backups", icon: <Backup />, needs: "run-jobs" },
  { to: "/rights", text: "menu.rights", icon: <TableChart />, needs: "read-rights" },
];

export const Shell = ({ children }: { children: ReactNode }) => (
  <SignedIn>
    <Frame>{children}</Frame>
  </SignedIn>
);

function Frame({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const wide = useMediaQuery(useTheme().breakpoints.up("md"));
  const [open, setOpen] = useState(false);
  const [theme, setTheme] = useRaTheme();
  const { pathname } = useLocation();
  const me = useMe();
  const [tour, setTour] = useState(me.tour);

  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    // "/" goes to the search from anywhere outside a field
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (
        event.key !== "/" ||
        event.ctrlKey ||
        event.metaKey ||
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
        target.isContentEditable
      )
        return;
      event.preventDefault();
      void navigate("/children");
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate]);

  return (
    <Box sx={{ display: "flex", minHeight: "100vh", bgcolor: "background.default", color: "text.primary" }}>
      <Link
        href="#main"
        sx={{ position: "absolute", left: -9999, "&:focus": { left: 8, top: 8, zIndex: 2000, bgcolor: "background.paper", p: 1 } }}
      >
        {translate("app.skip")}
      </Link>
      <AppBar position="fixed" elevation={0} sx={{ zIndex: (t) => t.zIndex.drawer + 1, bgcolor: "#0f5c63", color: "#fff" }}>
        <Toolbar variant="dense" sx={{ gap: 1, minHeight: 52 }}>
          {!wide && (
            <IconButton color="inherit" edge="start" aria-label={translate("app.menu")} onClick={() => setOpen(!open)}>
              <MenuIcon />
            </IconButton>
          )}
          <Typography component="span" noWrap sx={{ fontWeight: 650, flexGrow: 1, fontSize: { xs: 14, md: 16 } }}>
            {translate(wide ? "app.title" : "app.short")}
          </Typography>
          <Bell />
          <Help onTour={() => setTour(true)} />
          <LanguageChoice light />
          <IconButton
            title={translate("app.theme")}
            color="inherit"
            aria-label={translate("app.theme")}
            onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          >
            <DarkMode fontSize="small" />
          </IconButton>

          <IconButton title={me.fullName} color="inherit" aria-label={translate("menu.me")} onClick={() => navigate("/me")}>
            <Person />
          </IconButton>
        </Toolbar>
      </AppBar>
      <Drawer
        variant={wide ? "permanent" : "temporary"}
        open={wide || open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { width, pt: "52px", borderRight: 1, borderColor: "divider" } } }}
        sx={{ width: wide ? width : 0, flexShrink: 0 }}
      >
        <Menu entries={places} label={translate("menu.work")} />
        <Divider />
        <Menu entries={administration} label={translate("menu.administration")} />
        {me.permissions.includes("run-jobs") && (
          <List dense component="nav" aria-label={translate("menu.jobs")}>
            <ListItemButton component="a" href="/jobs">
              <ListItemIcon sx={{ minWidth: 36 }}>
                <Schedule />
              </ListItemIcon>
              <ListItemText primary={translate("menu.jobs")} />
            </ListItemButton>
          </List>
        )}
      </Drawer>
      <Box component="main" id="main" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, pt: "52px", outline: "none" }}>
        {me.permissions.includes("run-jobs") && (
          <Suspense>
            <TroubleBanner />
          </Suspense>
        )}
        {me.courseDue && (
          <Alert
            severity="warning"
            sx={{ m: 2, mb: 0 }}
            action={
              <Button color="inherit" size="small" component={NavLink} to={`/courses/${me.courseDue}`}>
                {translate("course.take")}
              </Button>
            }
          >
            {translate("course.due")}
          </Alert>
        )}
        {children}
      </Box>
      {tour && (
        <Suspense>
          <Tour onClose={() => setTour(false)} />
        </Suspense>
      )}
    </Box>
  );
}

function Menu({ entries, label }: { entries: Entry[]; label: string }) {
  const translate = useTranslate();
  const me = useMe();
  const { pathname } = useLocation();
  const shown = entries.filter((entry) => me.permissions.includes(entry.needs));
  if (shown.length === 0) return null;
  return (
    <List dense component="nav" aria-label={label}>
      {shown.map((entry) => (
        <ListItemButton
          key={entry.to}
          component={NavLink}
          to={entry.to}
          // home is the work list of those who enter data
          selected={entry.to === "/work" && pathname === "/"}
          sx={{ "&.active": { bgcolor: "primary.light", color: "primary.dark", fontWeight: 600 } }}
        >
          <ListItemIcon sx={{ minWidth: 36, color: "inherit" }}>{entry.icon}</ListItemIcon>
          <ListItemText primary={translate(entry.text)} />
        </ListItemButton>
      ))}
    </List>
  );
}
