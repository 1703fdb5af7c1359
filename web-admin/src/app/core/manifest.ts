import type { ReactNode } from "react";
import type { Permission } from "./me";
import type { PieceLoaders } from "./pieces";

/** An address of the app and what it shows. */
export type Screen = {
  path: string;
  element: ReactNode;
  /** The rights that it requires: one of them is enough. Open: a screen outside the frame that needs no sign-in. */
  needs: Permission | readonly Permission[] | "open";
  /** The guide that `?` opens; by default the one of the work list. */
  guide?: string | ((search: string) => string);
  /** Where a working day begins: unfinished forms are shown above it. */
  isHome?: true;
};

export type MenuGroup = "requests" | "figures" | "people" | "running" | "reference";

/** A menu item, shown to those who may open the screen that it leads to. */
export type MenuLine = {
  to: string;
  text: string;
  icon: ReactNode;
  /** Its position among the other items, or inside its group. */
  at: number;
  group?: MenuGroup;
  /** A page of the server, not of this app: the right that it needs. */
  outside?: Permission;
};

/** Everything the shell knows about a module. The rest is private to the module. */
export type Manifest = {
  screens: readonly Screen[];
  menu?: readonly MenuLine[];
  /** What it contributes to screens of other modules, loaded together with them. */
  pieces?: PieceLoaders;
};
