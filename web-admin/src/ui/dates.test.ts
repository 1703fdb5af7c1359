import { expect, test } from "vitest";
import { ageOn, dayOf, readDate, showDate, showTime, today } from "./dates";

test.each([
  ["09.03.2026", "2026-03-09"],
  ["9.3.2026", "2026-03-09"],
  ["09032026", "2026-03-09"],
  ["2026-03-09", "2026-03-09"],
  ["9/3/2026", "2026-03-09"],
  ["29.02.2024", "2024-02-29"],
  ["29.02.2026", null],
  ["31.04.2026", null],
  ["09.03.26", null],
  ["", null],
])("Reads %s as %s", (typed, iso) => expect(readDate(typed)).toBe(iso));

test("Shows dd.MM.yyyy whatever the language", () => {
  expect(showDate("2026-03-09")).toBe("09.03.2026");
  expect(showDate(null)).toBe("");
});

test("Shows instants in Bishkek", () => expect(showTime("2026-11-22T18:30:00Z")).toBe("23.11.2026 00:30"));

test("The day of an instant is the day in Bishkek", () => expect(dayOf("2026-11-22T18:30:00Z")).toBe("2026-11-23"));

test("Today is the day in Bishkek", () => expect(today(Date.parse("2026-11-22T18:30:00Z"))).toBe("2026-11-23"));

test("Counts full years, also of a child born on 29 February", () => {
  expect(ageOn("2016-11-24", "2026-11-23")).toBe(9);
  expect(ageOn("2016-11-23", "2026-11-23")).toBe(10);
  expect(ageOn("2016-02-29", "2026-02-28")).toBe(9);
  expect(ageOn("2016-02-29", "2026-03-01")).toBe(10);
  expect(ageOn("2016-02-29", "2024-02-29")).toBe(8);
});
