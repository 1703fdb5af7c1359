import { matchRoutes } from "react-router-dom";
import type { Screen } from "../core/manifest";
import type { Permission } from "../core/me";
import { screens } from "./modules";

const routes = screens.map((screen) => ({ path: screen.path, screen }));

/** The screen at an address, matched as the router does; undefined if the address leads nowhere. */
export const screenAt = (pathname: string): Screen | undefined => matchRoutes(routes, pathname)?.at(-1)?.route.screen;

/** The rights that a screen requires: one of them is enough. */
export const needOf = ({ needs }: Screen): readonly Permission[] => (needs === "open" ? [] : [needs].flat());

/** What the screen at an address needs; an address that leads nowhere needs nothing. */
export function needAt(pathname: string): readonly Permission[] | undefined {
  const screen = screenAt(pathname);
  return screen && needOf(screen);
}

export const hasOne = (permissions: readonly string[], needed: readonly Permission[]) => needed.some((need) => permissions.includes(need));
