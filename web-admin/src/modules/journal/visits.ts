import type { Schemas } from "../../api/client";

type Entry = Schemas["JournalRow"];

/** One line of the journal: an entry, or everything one person did with one child or case within a few minutes. */
export type Visit = { last: Entry; entries: Entry[] };

const minutes = 10;
const refused = (e: Entry) => e.outcome >= 400;

/** Requests that screens send by themselves: they reveal nothing about intent. No refusal is technical. */
const technical = new Set([
  "ChooseLanguage",
  "CountNotices",
  "CountPurges",
  "CountWorkList",
  "DropDraft",
  "FindPlaces",
  "FinishTour",
  "GetBoundaries",
  "GetNoticeChoices",
  "GetSignInWays",
  "ListDictionaries",
  "ListJournal",
  "ListMyCourses",
  "ListNotices",
  "ListReceivers",
  "ListResponsibles",
  "ListTerritories",
  "ListViews",
  "MyAccount",
  "ReadCalendar",
  "ReadDraft",
  "ReadForm",
  "ReadNotices",
  "ReadRules",
  "ReadScreenGuide",
  "SaveDraft",
]);
export const isTechnical = (e: Entry) => technical.has(e.action) && !refused(e);

/**
 * Entries, the latest first, folded into visits: the same person, the same thing, never more than a few minutes between two entries. A refusal is a line of
 * its own, and so is an entry that names nothing.
 */
export function visitsOf(entries: readonly Entry[]): Visit[] {
  const visits: Visit[] = [];
  const open = new Map<string, Visit>();
  for (const entry of entries) {
    const key = entry.accountId && entry.aboutId && !refused(entry) ? `${entry.accountId} ${entry.aboutId}` : undefined;
    const visit = key ? open.get(key) : undefined;
    const earliest = visit?.entries.at(-1);
    if (visit && earliest && Date.parse(earliest.at) - Date.parse(entry.at) <= minutes * 60_000) {
      visit.entries.push(entry);
      continue;
    }
    const begun = { last: entry, entries: [entry] };
    visits.push(begun);
    if (key) open.set(key, begun);
  }
  return visits;
}

const perPage = 25;
const mostAsked = 8;
type Page = { items: Entry[]; next?: string | null };

/** Loads more until a page of lines is full: folded or hidden entries leave no gaps. */
export async function fullPage(load: (cursor: string | undefined) => Promise<Page>, cursor: string | undefined, withTechnical: boolean) {
  const entries: Entry[] = [];
  let next = cursor;
  let visits: Visit[] = [];
  for (let asked = 0; asked < mostAsked; asked++) {
    const page = await load(next);
    next = page.next ?? undefined;
    entries.push(...page.items.filter((e) => withTechnical || !isTechnical(e)));
    visits = visitsOf(entries);
    if (!next || visits.length >= perPage) break;
  }
  return { items: visits, next };
}
