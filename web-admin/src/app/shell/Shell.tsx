import EditNote from "@mui/icons-material/EditNoteOutlined";
import DarkMode from "@mui/icons-material/DarkModeOutlined";
import MenuIcon from "@mui/icons-material/Menu";
import Logout from "@mui/icons-material/LogoutOutlined";
import Person from "@mui/icons-material/PersonOutlined";
import { Alert, AppBar, Box, Button, Drawer, IconButton, Link, Toolbar, Typography, useMediaQuery } from "@mui/material";
import { useTheme } from "@mui/material/styles";
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTheme as useRaTheme, useTranslate } from "react-admin";
import { NavigationType, NavLink, useLocation, useNavigate, useNavigationType } from "react-router-dom";
import { LanguageChoice } from "../../ui/LanguageChoice";
import { Loading } from "../../ui/Page";
import { useTerritories } from "../../ui/reference";
import { Help } from "./Help";
import { allTexts } from "../core/i18n";
import { useChooseLanguage, useLanguageOfAccount } from "../core/language";
import { Bell } from "../../modules/notices/Bell";
import { useMe } from "../core/me";
import { Menu } from "./Menu";
import { hasOne, needOf, screenAt } from "./needs";
import { SignedIn } from "./SignedIn";
import { SignInAgain } from "./SignInAgain";
import { useSignOut } from "./signOut";
import { NoPermission } from "./Unexpected";

const Tour = lazy(async () => (await allTexts(), import("./Tour")));
const Unfinished = lazy(async () => (await allTexts(), import("../../modules/drafts/Unfinished")));
const NotLoaded = lazy(() => import("../../ui/NotLoaded"));
const TroubleBanner = lazy(async () => (await allTexts(), import("../../modules/operations/TroubleBanner")));
const width = 236;

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
  const screen = screenAt(pathname);

  useEffect(() => setOpen(false), [pathname]);
  useLayoutEffect(() => {
    // «back» returns to the previous scroll position
    if (way.current !== NavigationType.Pop) window.scrollTo(0, 0);
  }, [pathname]);
  useEffect(() => {
    // "/" focuses the search from anywhere outside a field
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
        {screen && !hasOne(me.permissions, needOf(screen)) ? (
          <NoPermission />
        ) : names.isPending ? (
          // a code that turns into a name would move everything below it
          <Loading />
        ) : screen?.isHome ? (
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
