/** Dates are shown as dd.MM.yyyy in every language and sent as ISO 8601; never in a locale's own format. */
export const showDate = (iso: string | null | undefined) => (iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : "");

const bishkekHours = 6;

/** An instant in Bishkek: dd.MM.yyyy HH:mm. */
export function showTime(instant: string | null | undefined) {
  if (!instant) return "";
  const local = new Date(new Date(instant).getTime() + bishkekHours * 3_600_000).toISOString();
  return `${showDate(local)} ${local.slice(11, 16)}`;
}

/** The day of an instant in Bishkek, ISO. */
export const dayOf = (instant: string | number) =>
  new Date(new Date(instant).getTime() + bishkekHours * 3_600_000).toISOString().slice(0, 10);

/** Today in Bishkek, ISO. */
export const today = (now = Date.now()) => dayOf(now);

/** "9.3.2026", "09032026" or "2026-03-09" becomes ISO; null if invalid. */
export function readDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const dotted = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : [];
  if (!year || !month || !day) return null;
  const result = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${result}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== result ? null : result;
}

/** Full years as of a day. */
export function ageOn(born: string, day: string) {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
