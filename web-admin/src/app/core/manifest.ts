import type { ReactNode } from "react";
import type { Permission } from "./me";
import type { PieceLoaders } from "./pieces";

/** An address of the app and what it shows. */
export type Screen = {
  path: string;
  element: ReactNode;
  /** The rights that it asks for: one of them is enough. Open: a screen outside the frame that needs no sign-in. */
  needs: Permission | readonly Permission[] | "open";
  /** The guide that `?` opens; the one of the work list where there is none. */
  guide?: string | ((search: string) => string);
  /** Where a working day begins: what was left unfinished stands above it. */
  isHome?: true;
};

export type MenuGroup = "requests" | "figures" | "people" | "running" | "reference";

/** A line of the menu, shown to whoever may open the screen that it leads to. */
export type MenuLine = {
  to: string;
  text: string;
  icon: ReactNode;
  /** The place among the other lines, or inside its group. */
  at: number;
  group?: MenuGroup;
  /** A page of the server and not of this app: the right that it needs. */
  outside?: Permission;
};

/** All that the shell knows of a module. What is not named here is the module's own. */
export type Manifest = {
  screens: readonly Screen[];
  menu?: readonly MenuLine[];
  /** What it puts on screens of other modules, loaded together with them. */
  pieces?: PieceLoaders;
};
