import type { Schemas } from "../../api/client";

type Moment = { at: string; by?: string | null; event?: Schemas["CaseStatus"]; change?: Schemas["CardChangeView"] };

/**
 * Merges events of the case into the changes of its card, newest first.
 * @param more - Older changes are not loaded yet: events before them are held back.
 */
export function timeline(
  events: readonly Schemas["CaseEventView"][],
  changes: readonly Schemas["CardChangeView"][],
  more: boolean,
): Moment[] {
  const oldest = changes.at(-1)?.at;
  return [
    ...events
      .filter((e) => !more || !oldest || Date.parse(e.at) >= Date.parse(oldest))
      .map((e): Moment => ({ at: e.at, by: e.by, event: e.status })),
    ...changes.map((change): Moment => ({ at: change.at, by: change.by, change })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
