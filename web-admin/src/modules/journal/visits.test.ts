import { expect, test } from "vitest";
import type { Schemas } from "../../api/client";
import { fullPage, visitsOf } from "./visits";

type Entry = Schemas["JournalRow"];
const entry = (seq: number, minute: number, action: string, rest: Partial<Entry> = {}) =>
  ({
    seq,
    at: new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString(),
    accountId: "a",
    aboutId: "child",
    action,
    outcome: 200,
    ...rest,
  }) as Entry;

test("One person at one child within minutes is one line; others, refusals and later visits stand apart", () => {
  const visits = visitsOf([
    entry(7, 50, "ReadCardHistory"),
    entry(6, 49, "GetCard", { accountId: "b" }),
    entry(5, 42, "GetCard"),
    entry(4, 41, "GetCard", { outcome: 404 }),
    entry(3, 20, "GetCard"),
    entry(2, 19, "ListSignals", { aboutId: null }),
    entry(1, 18, "ListSignals", { aboutId: null }),
  ]);
  expect(visits.map((v) => v.entries.map((e) => e.seq))).toEqual([[7, 5], [6], [4], [3], [2], [1]]);
});

test("A page of lines is full although rows are hidden and folded, and none is lost", async () => {
  const all = Array.from({ length: 400 }, (_, i) =>
    entry(400 - i, 0, i % 4 ? "MyAccount" : "GetCard", { aboutId: `child ${Math.floor(i / 8)}` }),
  );
  const load = (cursor?: string) => {
    const from = Number(cursor ?? 0);
    return Promise.resolve({ items: all.slice(from, from + 100), next: from + 100 < all.length ? String(from + 100) : null });
  };
  const first = await fullPage(load, undefined, false);
  expect(first.items.length).toBeGreaterThanOrEqual(25);
  expect(first.items.flatMap((v) => v.entries).every((e) => e.action === "GetCard")).toBe(true);
  const rest = await fullPage(load, first.next, false);
  expect([...first.items, ...rest.items].flatMap((v) => v.entries)).toHaveLength(100);
  expect((await fullPage(load, undefined, true)).items.flatMap((v) => v.entries)).toHaveLength(200);
});
