const aDay = 86_400_000;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export const moveDays = (iso: string, days: number) => isoOf(at(iso) + days * aDay);

/** The same day of another month, or its last one. */
export function moveMonths(iso: string, months: number) {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** 0 is Monday. */
export const weekday = (iso: string) => (new Date(at(iso)).getUTCDay() + 6) % 7;

/** The weeks of a day's month from Monday on, without days of the adjacent months. */
export function weeksOf(iso: string): (string | null)[][] {
  const month = iso.slice(0, 7);
  const first = `${month}-01`;
  const weeks: (string | null)[][] = [];
  for (let monday = moveDays(first, -weekday(first)); monday.slice(0, 7) <= month; monday = moveDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => moveDays(monday, i)).map((day) => (day.startsWith(month) ? day : null)));
  return weeks;
}
