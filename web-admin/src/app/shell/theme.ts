import { defaultLightTheme, type RaThemeOptions } from "react-admin";
import { deepmerge } from "@mui/utils";

/** The focus is visible on everything focusable, and never under the fixed bar. */
const focusRing = {
  // a scroll bar that comes and goes would shift the layout
  html: { scrollPaddingTop: 68, scrollPaddingBottom: 16, overflowY: "scroll" },
  // a text field shows it by its own border
  "*:focus-visible:not(input.MuiInputBase-input, textarea), .MuiButtonBase-root.Mui-focusVisible": {
    outline: "3px solid var(--focus) !important",
    outlineOffset: "1px",
  },
  // headings are not tab stops: they are focused for screen readers
  "h1[tabindex='-1']:focus-visible": { outline: "none !important" },
  // full-width elements, and those inside a clipping container
  ".MuiTab-root, .MuiListItemButton-root, .MuiMenuItem-root, .MuiToggleButton-root": { outlineOffset: "-3px !important" },
  ".MuiInputBase-root.Mui-focused .MuiOutlinedInput-notchedOutline": { borderWidth: "3px !important" },
};

/** A printed screen is its text and figures: no controls, no clipped tables. */
const onPaper = {
  "body, #root, main": { background: "none !important" },
  "header, nav, .MuiDrawer-root, .MuiTabs-root, .MuiButton-root, .MuiIconButton-root, .MuiToggleButton-root, .MuiSnackbar-root, .MuiPopover-root":
    { display: "none !important" },
  "main#main": { paddingTop: "0 !important" },
  ".MuiPaper-root": { border: "0 !important", padding: "0 !important" },
  "[role='region']": { overflow: "visible !important" },
  table: { width: "100%" },
  thead: { display: "table-header-group" },
  "tr, li": { breakInside: "avoid" },
  "th, td": {
    whiteSpace: "normal !important",
    overflowWrap: "anywhere",
    minWidth: "0 !important",
    padding: "3px 5px !important",
    fontSize: "11px !important",
  },
} as const;

// calm and official: white and warm gray, one deep blue-green for actions, red only for late and danger
const shared: RaThemeOptions = deepmerge(defaultLightTheme, {
  typography: {
    fontFamily: '"Inter Variable", "Segoe UI", Roboto, "Noto Sans", sans-serif',
    fontSize: 14,
    h1: { fontSize: "1.5rem", fontWeight: 650, letterSpacing: "-0.01em" },
    h2: { fontSize: "1.125rem", fontWeight: 650 },
    h3: { fontSize: "1rem", fontWeight: 650 },
    button: { textTransform: "none", fontWeight: 600 },
  },
  shape: { borderRadius: 6 },
  sidebar: { width: 232 },
  components: {
    MuiCssBaseline: { styleOverrides: { ...focusRing, "@media print": onPaper } },
    MuiAppBar: { styleOverrides: { root: { "--focus": "#fff" } } },
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiTextField: { defaultProps: { variant: "outlined", size: "small", margin: "none" } },
    MuiFormControl: { defaultProps: { variant: "outlined", size: "small", margin: "none" } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontVariantNumeric: "tabular-nums", padding: "9px 12px" },
        // a long heading wraps before the table is cut off
        head: { fontWeight: 600, verticalAlign: "bottom" },
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { marginLeft: 0 } } },
    MuiLink: { defaultProps: { underline: "always" } },
  },
} satisfies RaThemeOptions as RaThemeOptions);

export const lightTheme: RaThemeOptions = deepmerge(shared, {
  components: { MuiCssBaseline: { styleOverrides: { ":root": { "--focus": "#b8480a" } } } },
  palette: {
    mode: "light",
    primary: { main: "#0f5c63", dark: "#0a454b", light: "#e3f0f0" },
    secondary: { main: "#0f5c63" },
    error: { main: "#b3261e" },
    warning: { main: "#8a5a00" },
    success: { main: "#2c6e3f" },
    text: { primary: "#1d2526", secondary: "#566365" },
    background: { default: "#f6f5f2", paper: "#ffffff" },
    divider: "#dedbd4",
  },
});

export const darkTheme: RaThemeOptions = deepmerge(shared, {
  components: {
    MuiCssBaseline: {
      // ink is dark on paper
      styleOverrides: {
        ":root": { "--focus": "#ffd166" },
        "@media print": { "*": { color: "#000 !important", background: "none !important" } },
      },
    },
  },
  palette: {
    mode: "dark",
    primary: { main: "#7cc4c8", dark: "#a5dadd", light: "#1d3335" },
    secondary: { main: "#7cc4c8" },
    error: { main: "#ff8a80" },
    warning: { main: "#f0b95a" },
    success: { main: "#8fd19e" },
    text: { primary: "#e8e9e6", secondary: "#a9b2b2" },
    background: { default: "#161a1b", paper: "#1f2425" },
    divider: "#363d3e",
  },
});
