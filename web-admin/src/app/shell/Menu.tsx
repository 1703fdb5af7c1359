import Badge from "@mui/icons-material/BadgeOutlined";
import BarChart from "@mui/icons-material/BarChartOutlined";
import ExpandLess from "@mui/icons-material/ExpandLessOutlined";
import ExpandMore from "@mui/icons-material/ExpandMoreOutlined";
import Gavel from "@mui/icons-material/GavelOutlined";
import MenuBook from "@mui/icons-material/MenuBookOutlined";
import MonitorHeart from "@mui/icons-material/MonitorHeartOutlined";
import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from "@mui/material";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslate } from "react-admin";
import { NavLink, useLocation } from "react-router-dom";
import type { MenuGroup, MenuLine } from "../core/manifest";
import { useMe } from "../core/me";
import { manifests } from "./modules";
import { hasOne, needAt } from "./needs";

type Group = { text: string; icon: ReactNode; at: number; entries: readonly MenuLine[] };

const groups: Record<MenuGroup, { icon: ReactNode; at: number }> = {
  requests: { icon: <Gavel />, at: 60 },
  figures: { icon: <BarChart />, at: 70 },
  people: { icon: <Badge />, at: 90 },
  running: { icon: <MonitorHeart />, at: 100 },
  reference: { icon: <MenuBook />, at: 110 },
};
const inOrder = <T extends { at: number }>(lines: readonly T[]) => lines.toSorted((a, b) => a.at - b.at);
const lines = manifests.flatMap((manifest) => manifest.menu ?? []);

/** At most nine items for anyone: related ones are grouped behind one. */
export const menu: readonly (MenuLine | Group)[] = inOrder([
  ...lines.filter((line) => !line.group),
  ...Object.entries(groups).map(([group, { icon, at }]) => ({
    text: `menu.${group}`,
    icon,
    at,
    entries: inOrder(lines.filter((line) => line.group === group)),
  })),
]);
const needOfLine = ({ to, outside }: MenuLine) => (outside ? [outside] : (needAt(to) ?? []));

export function Menu() {
  const translate = useTranslate();
  const me = useMe();
  const { pathname } = useLocation();
  const isHere = (entry: MenuLine) => pathname === entry.to || pathname.startsWith(`${entry.to}/`);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = menu.flatMap((line): (MenuLine | Group)[] => {
    if (!("entries" in line)) return hasOne(me.permissions, needOfLine(line)) ? [line] : [];
    const entries = line.entries.filter((entry) => hasOne(me.permissions, needOfLine(entry)));
    // a single item needs no group
    return entries.length < 2 ? entries : [{ ...line, entries }];
  });
  const line = (entry: MenuLine, inset = false) => (
    <ListItemButton
      key={entry.to}
      {...(entry.outside ? { component: "a", href: entry.to } : { component: NavLink, to: entry.to })}
      // home is the work list for those who enter data
      selected={entry.to === "/work" && pathname === "/"}
      sx={{ pl: inset ? 4 : 2, "&.active": { bgcolor: "primary.light", color: "primary.dark", fontWeight: 600 } }}
    >
      <ListItemIcon sx={{ minWidth: 36, color: "inherit" }}>{entry.icon}</ListItemIcon>
      <ListItemText primary={translate(entry.text)} />
    </ListItemButton>
  );
  return (
    <Box sx={{ display: "flex", flexDirection: "column", minHeight: "100%" }}>
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
      <Typography component="footer" variant="caption" color="text.secondary" sx={{ mt: "auto", px: 2, py: 1 }}>
        {me.version}
      </Typography>
    </Box>
  );
}
