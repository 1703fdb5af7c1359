import { expect, test } from "vitest";
import { moveDays, moveMonths, weekday, weeksOf } from "./month";

test("Weeks begin on Monday and hold the days of their month alone", () => {
  const weeks = weeksOf("2026-03-15");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-03-01"]);
  expect(weeks[5]).toEqual(["2026-03-30", "2026-03-31", null, null, null, null, null]);
  expect(weeksOf("2027-02-10")).toHaveLength(4);
  expect(weekday("2026-03-02")).toBe(0);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-15", -1, "2025-12-15"],
])("%s moved by %i months is %s", (day, months, moved) => expect(moveMonths(day, months)).toBe(moved));

test("Days pass over the ends of months and years", () => {
  expect(moveDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(moveDays("2024-03-01", -1)).toBe("2024-02-29");
});
