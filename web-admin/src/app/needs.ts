import { matchPath } from "react-router-dom";
import type { Permission } from "./me";

/** The right that each screen needs, for the menu and for whoever comes by an address; what is more particular stands first. */
const needs = {
  "/": "use-base",
  "/work": "read-children",
  "/me": "use-base",
  "/drafts": "use-base",
  "/notices": "use-base",
  "/signals": "read-children",
  "/signals/new": "register-signals",
  "/signals/:id": "read-children",
  "/children": "read-children",
  "/children/:id": "read-children",
  "/children/:id/merge/:other": "edit-children",
  "/children/:id/split/:merge": "edit-children",
  "/assessments/:id": "read-children",
  "/own-institution": "read-own-institution",
  "/my-measures": "report-measures",
  "/decisions": "consent-to-closing",
  "/merges": "decide-merges",
  "/transfers": "edit-children",
  "/case-requests": "edit-children",
  "/disclosures": "read-children",
  "/disclosures/new": "register-disclosures",
  "/disclosures/:id": "read-children",
  "/overview": "read-statistics",
  "/board": "read-children",
  "/statistics": "read-statistics",
  "/statistics/summary": "read-statistics",
  // whoever keeps the territories loads their boundaries here
  "/statistics/map": ["read-statistics", "manage-territories"],
  "/statistics/republic": "read-statistics",
  "/statistics/children": "read-children",
  "/statistics/frozen": "read-statistics",
  "/statistics/frozen/:id": "read-statistics",
  "/institutions": "read-institutions",
  "/institutions/new": "manage-institutions",
  "/institutions/:id": "read-institutions",
  "/institutions/:id/edit": "manage-institutions",
  "/placements": "read-children",
  "/bodies": "read-bodies",
  "/bodies/new": "manage-bodies",
  "/bodies/:id": "read-bodies",
  "/specialists": "read-bodies",
  "/specialists/new": "manage-bodies",
  "/specialists/:id": "manage-bodies",
  "/accounts": "manage-accounts",
  "/accounts/new": "manage-accounts",
  "/accounts/requests": "manage-accounts",
  "/accounts/blocks": "manage-accounts",
  "/accounts/:id": "manage-accounts",
  "/clients": "manage-clients",
  "/clients/new": "manage-clients",
  "/clients/:id": "manage-clients",
  "/registers": "manage-registers",
  "/registers/:kind": "manage-registers",
  "/journal": "read-journal",
  "/journal/unusual": "read-journal",
  "/journal/child/:id": "read-journal",
  "/purges": "read-purges",
  "/purges/due": "decide-purges",
  "/purges/:id": "read-purges",
  "/operations": "run-jobs",
  "/backups": "run-jobs",
  "/jobs": "run-jobs",
  "/materials": "use-base",
  "/materials/drafts": "publish-materials",
  "/materials/new": "publish-materials",
  "/materials/:id": "use-base",
  "/materials/:id/edit": "publish-materials",
  "/courses": "use-base",
  "/courses/new": "manage-training",
  "/courses/:id": "use-base",
  "/courses/:id/edit": "manage-training",
  "/courses/:id/overview": "manage-training",
  "/rules": "read-children",
  "/calendar": "use-base",
  "/territories": "use-base",
  "/dictionaries": "use-base",
  "/rights": "read-rights",
} as const satisfies Record<string, Permission | readonly Permission[]>;

export type Screen = keyof typeof needs;

/** The rights that a screen asks for: one of them is enough. */
export const needOf = (screen: Screen): readonly Permission[] => [needs[screen]].flat();

/** What the screen at an address needs; an address that leads nowhere needs nothing. */
export function needAt(pathname: string): readonly Permission[] | undefined {
  const screen = (Object.keys(needs) as Screen[]).find((pattern) => matchPath(pattern, pathname));
  return screen && needOf(screen);
}

export const hasOne = (permissions: readonly string[], needed: readonly Permission[]) => needed.some((need) => permissions.includes(need));
