import type { Schemas } from "../../api/client";

type Notice = Schemas["NoticeView"];
type Kind = Notice["kind"];

const decisions = () => "/decisions";
const accounts = () => "/accounts";
const me = () => "/me";

/** Kinds whose matter is handled elsewhere than at the signal or the child's card. */
const places: Partial<Record<Kind, (n: Notice) => string>> = {
  "access-ends": me,
  "own-access": me,
  "access-of-staff": me,
  "access-requested": accounts,
  "access-decided": accounts,
  "access-late": accounts,
  "access-on-machine": accounts,
  "access-of-other-ends": (n) => `/accounts/${n.aboutId}`,
  "sealed-reader-named": () => "/rights",
  "client-changed": () => "/accounts",
  trouble: () => "/operations",
  "job-pause-requested": () => "/operations",
  "signal-forwarded": () => "/signals",
  "responsible-absent": (n) => `/work?whose=all&responsible=${n.aboutId}`,
  "plan-submitted": decisions,
  "closing-requested": decisions,
  "no-assessment-requested": decisions,
  "day-found-asked": decisions,
  "void-requested": decisions,
  "merge-requested": () => "/merges",
  "transfer-offered": () => "/transfers",
  "case-requested": () => "/case-requests",
  "case-request-answered": () => "/case-requests?side=asker&open=0",
  "measures-assigned": () => "/my-measures",
  "measure-reported": (n) => `/children/${n.childId}?tab=plan`,
  "disclosure-requested": (n) => `/disclosures/${n.aboutId}`,
  "disclosure-decided": (n) => `/disclosures/${n.aboutId}`,
  overdue: (n) => place(n) ?? "/work?whose=all&due=late",
  escalated: (n) => place(n) ?? "/work?whose=all&due=late",
  reminder: (n) => place(n) ?? "/work?whose=all",
};

/** The signal or card that a notice names. */
const place = (n: Notice) =>
  n.step === "carry-out-measure"
    ? "/my-measures"
    : n.number?.startsWith("S-")
      ? `/signals/${n.aboutId}`
      : n.childId
        ? `/children/${n.childId}`
        : undefined;

/** Where the matter of a notice is handled. */
export const placeOf = (n: Notice) => places[n.kind]?.(n) ?? place(n) ?? "/";
