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
import EditNote from "@mui/icons-material/EditNoteOutlined";
import ExpandLess from "@mui/icons-material/ExpandLessOutlined";
import ExpandMore from "@mui/icons-material/ExpandMoreOutlined";
import DarkMode from "@mui/icons-material/DarkModeOutlined";
import Gavel from "@mui/icons-material/GavelOutlined";
import Hub from "@mui/icons-material/HubOutlined";
import Insights from "@mui/icons-material/InsightsOutlined";
import Key from "@mui/icons-material/KeyOutlined";
import Leaderboard from "@mui/icons-material/LeaderboardOutlined";
import MenuIcon from "@mui/icons-material/Menu";
import Logout from "@mui/icons-material/LogoutOutlined";
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
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTheme as useRaTheme, useTranslate } from "react-admin";
import { NavigationType, NavLink, useLocation, useNavigate, useNavigationType } from "react-router-dom";
import { LanguageChoice } from "../ui/LanguageChoice";
import { Loading } from "../ui/Page";
import { useTerritories } from "../ui/reference";
import { Help } from "./Help";
import { allTexts } from "./i18n";
import { useChooseLanguage, useLanguageOfAccount } from "./language";
import { Bell } from "../modules/notices/Bell";
import { SignedIn, useMe } from "./me";
import { hasOne, needAt, needOf, type Screen } from "./needs";
import { SignInAgain } from "./SignInAgain";
import { useSignOut } from "./signOut";
import { NoPermission } from "./Unexpected";

const Tour = lazy(async () => (await allTexts(), import("./Tour")));
const Unfinished = lazy(async () => (await allTexts(), import("../modules/drafts/Unfinished")));
const NotLoaded = lazy(() => import("../ui/NotLoaded"));
const TroubleBanner = lazy(async () => (await allTexts(), import("../modules/operations/TroubleBanner")));
const width = 236;
const homes = ["/", "/work", "/overview", "/accounts", "/own-institution"];

type Entry = { to: Screen; text: string; icon: ReactNode; /** A page outside this app. */ outside?: true };
type Group = { text: string; icon: ReactNode; entries: Entry[] };

// at most nine lines for anybody: what belongs together stands behind one
const menu: (Entry | Group)[] = [
  { to: "/work", text: "menu.work-list", icon: <AssignmentLate /> },
  { to: "/signals", text: "menu.signals", icon: <Campaign /> },
  { to: "/children", text: "menu.children", icon: <PersonSearch /> },
  { to: "/own-institution", text: "menu.own-institution", icon: <Apartment /> },
  { to: "/my-measures", text: "menu.my-measures", icon: <Checklist /> },
  {
    text: "menu.requests",
    icon: <Gavel />,
    entries: [
      { to: "/decisions", text: "menu.decisions", icon: <Gavel /> },
      { to: "/merges", text: "menu.merges", icon: <Gavel /> },
      { to: "/transfers", text: "menu.transfers", icon: <SwapHoriz /> },
      { to: "/case-requests", text: "menu.case-requests", icon: <MoveDown /> },
      { to: "/disclosures", text: "menu.disclosures", icon: <Outbox /> },
    ],
  },
  {
    text: "menu.figures",
    icon: <BarChart />,
    entries: [
      { to: "/overview", text: "menu.overview", icon: <Insights /> },
      { to: "/board", text: "menu.board", icon: <Leaderboard /> },
      { to: "/statistics", text: "menu.statistics", icon: <BarChart /> },
    ],
  },
  { to: "/institutions", text: "menu.institutions", icon: <AccountBalance /> },
  {
    text: "menu.people",
    icon: <Badge />,
    entries: [
      { to: "/bodies", text: "menu.bodies", icon: <AccountBalance /> },
      { to: "/specialists", text: "menu.specialists", icon: <Badge /> },
      { to: "/accounts", text: "menu.accounts", icon: <Key /> },
      { to: "/clients", text: "menu.clients", icon: <Hub /> },
      { to: "/registers", text: "menu.registers", icon: <SyncAlt /> },
    ],
  },
  {
    text: "menu.running",
    icon: <MonitorHeart />,
    entries: [
      { to: "/journal", text: "menu.journal", icon: <History /> },
      { to: "/purges", text: "menu.purges", icon: <DeleteForever /> },
      { to: "/operations", text: "menu.operations", icon: <MonitorHeart /> },
      { to: "/backups", text: "menu.backups", icon: <Backup /> },
      { to: "/jobs", text: "menu.jobs", icon: <Schedule />, outside: true },
    ],
  },
  {
    text: "menu.reference",
    icon: <MenuBook />,
    entries: [
      { to: "/materials", text: "menu.materials", icon: <LibraryBooks /> },
      { to: "/courses", text: "menu.courses", icon: <School /> },
      { to: "/rules", text: "menu.rules", icon: <Rule /> },
      { to: "/calendar", text: "menu.calendar", icon: <CalendarMonth /> },
      { to: "/territories", text: "menu.territories", icon: <Place /> },
      { to: "/dictionaries", text: "menu.dictionaries", icon: <MenuBook /> },
      { to: "/rights", text: "menu.rights", icon: <TableChart /> },
    ],
  },
];

export const Shell = ({ children }: { children: ReactNode }) => (
  <SignedIn>
    <Frame>{children}</Frame>
  </SignedIn>
);

function Frame({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const names = useTerritories();
  const navigate = useNavigate();
  const wide = useMediaQuery(useTheme().breakpoints.up("md"));
  const [open, setOpen] = useState(false);
  const [, setTheme] = useRaTheme();
  const dark = useTheme().palette.mode === "dark";
  const chooseLanguage = useChooseLanguage();
  useLanguageOfAccount();
  const { pathname } = useLocation();
  const navigationType = useNavigationType();
  const way = useRef(navigationType);
  way.current = navigationType;
  const me = useMe();
  const signOut = useSignOut();
  const [tour, setTour] = useState(me.tour);
  const need = needAt(pathname);

  useEffect(() => setOpen(false), [pathname]);
  useLayoutEffect(() => {
    // «back» comes to where one was
    if (way.current !== NavigationType.Pop) window.scrollTo(0, 0);
  }, [pathname]);
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
          <IconButton
            title={translate("menu.drafts")}
            color="inherit"
            aria-label={translate("menu.drafts")}
            onClick={() => navigate("/drafts")}
          >
            <EditNote />
          </IconButton>
          <Bell />
          <Help onTour={() => setTour(true)} />
          <LanguageChoice light onChoose={(language) => void chooseLanguage(language)} />
          <IconButton
            title={translate("app.theme")}
            color="inherit"
            aria-label={translate("app.theme")}
            onClick={() => setTheme(dark ? "light" : "dark")}
          >
            <DarkMode fontSize="small" />
          </IconButton>

          <IconButton title={me.fullName} color="inherit" aria-label={translate("menu.me")} onClick={() => navigate("/me")}>
            <Person />
          </IconButton>
          <IconButton title={translate("app.sign-out")} color="inherit" aria-label={translate("app.sign-out")} onClick={signOut}>
            <Logout fontSize="small" />
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
        <Menu />
      </Drawer>
      <Box component="main" id="main" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, pt: "52px", outline: "none" }}>
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
        <Suspense>
          <NotLoaded />
        </Suspense>
        {need && !hasOne(me.permissions, need) ? (
          <NoPermission />
        ) : names.isPending ? (
          // a code that turns into a name would move what stands below it
          <Loading />
        ) : homes.includes(pathname) ? (
          <Suspense fallback={<Loading />}>
            <Unfinished>{children}</Unfinished>
          </Suspense>
        ) : (
          children
        )}
        {me.permissions.includes("run-jobs") && (
          <Suspense>
            <TroubleBanner />
          </Suspense>
        )}
      </Box>
      <SignInAgain />
      {tour && (
        <Suspense>
          <Tour onClose={() => setTour(false)} />
        </Suspense>
      )}
    </Box>
  );
}

function Menu() {
  const translate = useTranslate();
  const me = useMe();
  const { pathname } = useLocation();
  const isHere = (entry: Entry) => pathname === entry.to || pathname.startsWith(`${entry.to}/`);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = menu.flatMap((line): (Entry | Group)[] => {
    if (!("entries" in line)) return hasOne(me.permissions, needOf(line.to)) ? [line] : [];
    const entries = line.entries.filter((entry) => hasOne(me.permissions, needOf(entry.to)));
    // one alone needs no line above it
    return entries.length < 2 ? entries : [{ ...line, entries }];
  });
  const line = (entry: Entry, inset = false) => (
    <ListItemButton
      key={entry.to}
      {...(entry.outside ? { component: "a", href: entry.to } : { component: NavLink, to: entry.to })}
      // home is the work list of those who enter data
      selected={entry.to === "/work" && pathname === "/"}
      sx={{ pl: inset ? 4 : 2, "&.active": { bgcolor: "primary.light", color: "primary.dark", fontWeight: 600 } }}
    >
      <ListItemIcon sx={{ minWidth: 36, color: "inherit" }}>{entry.icon}</ListItemIcon>
      <ListItemText primary={translate(entry.text)} />
    </ListItemButton>
  );
  return (
    <List dense component="nav" aria-label={translate("menu.work")}>
      {shown.map((entry) => {
        if (!("entries" in entry)) return line(entry);
        const open = opened === entry.text || entry.entries.some(isHere);
        return (
          <Fragment key={entry.text}>
            <ListItemButton aria-expanded={open} onClick={() => setOpened(opened === entry.text ? null : entry.text)}>
              <ListItemIcon sx={{ minWidth: 36, color: "inherit" }}>{entry.icon}</ListItemIcon>
              <ListItemText primary={translate(entry.text)} />
              {open ? <ExpandLess fontSize="small" /> : <ExpandMore fontSize="small" />}
            </ListItemButton>
            {open && entry.entries.map((inside) => line(inside, true))}
          </Fragment>
        );
      })}
    </List>
  );
}
