import { expect, test } from "vitest";
import { findTerritories, fold, type TerritoryOption } from "./territories";

const place = (value: string, label: string, level: number, parent: string | null, above = ""): TerritoryOption => ({
  value,
  label,
  level,
  parent,
  search: fold(`${label} ${above}`),
});
const rayon = place("41702205000000", "Ак-Суу району", 2, null);
const aimaks = Array.from({ length: 50 }, (_, i) => place(`417022058${String(i + 10)}000`, `Аймак ${i}`, 3, rayon.value, rayon.label));
const villages = aimaks.flatMap((a) =>
  Array.from({ length: 50 }, (_, i) =>
    place(`${a.value.slice(0, 11)}${String(i + 100)}`, i === 7 ? "Кең-Суу айылы" : `Айыл ${i}`, 4, a.value, `${a.label} ${rayon.label}`),
  ),
);
const all = [rayon, ...aimaks, ...villages];

test("Of 2,500 places few are shown before anything is typed", () => {
  expect(all.length).toBeGreaterThan(2500);
  expect(findTerritories(all, "", null).shown).toEqual([rayon]);
});

test("Around the chosen place stand what it lies in and what lies in it", () => {
  const { shown } = findTerritories(all, "", aimaks[3]!.value);
  expect(shown).toContain(rayon);
  expect(shown).toContain(aimaks[3]);
  expect(shown).toHaveLength(52);
});

test("A place is found by its name and the names above it, typed without Kyrgyz letters, or by code", () => {
  const { shown, more } = findTerritories(all, "кен суу", null);
  expect(more).toBe(0);
  expect(shown).toHaveLength(50);
  expect(findTerritories(all, "кен суу аймак 12", null).shown.map((o) => o.parent)).toEqual([aimaks[12]!.value]);
  expect(findTerritories(all, villages[60]!.value, null).shown).toEqual([villages[60]]);
});

test("A long answer says how many more there are, and the chosen one keeps its name", () => {
  const { shown, more } = findTerritories(all, "айыл", rayon.value);
  expect(shown).toHaveLength(51);
  expect(shown).toContain(rayon);
  expect(more).toBe(2450);
});
