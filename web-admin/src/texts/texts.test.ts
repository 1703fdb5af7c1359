import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "./en.json";
import ky from "./ky.json";
import ru from "./ru.json";

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) && !/test|schema/.test(entry.name) ? [path] : [];
  });

const code = sources("src").map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("Kyrgyz, Russian and English have the same keys", () => {
  expect(Object.keys(ky).length).toBeGreaterThan(400);
  expect(Object.keys(ru).sort()).toEqual(Object.keys(ky).sort());
  expect(Object.keys(en).sort()).toEqual(Object.keys(ky).sort());
});

test("No text is empty or left untranslated", () => {
  for (const [key, text] of Object.entries(ky)) expect(text, key).not.toBe("");
  // Kyrgyz and Russian are written in Cyrillic; English is not
  for (const [key, text] of Object.entries(en)) expect(/[а-яё]/i.test(text) && !/search\.help|search\.label/.test(key), key).toBe(false);
});

test("Every key that the code says has a text", () => {
  const keys = code.flatMap(({ text }) => [...text.matchAll(/translate\("([^"]+)"/g)].map((m) => m[1]!));
  expect(keys.length).toBeGreaterThan(150);
  expect(keys.filter((key) => !(key in ky))).toEqual([]);
});

test("The same places stand in every language", () => {
  const places = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
  for (const key of Object.keys(ky) as (keyof typeof ky)[]) {
    expect(places(ru[key]), key).toEqual(places(ky[key]));
    expect(places(en[key]), key).toEqual(places(ky[key]));
  }
});

test("No text for people stands in the code", () => {
  const found = code
    // the names of the languages and the letters in their order
    .filter(({ path }) => !/(i18n|alphabet)\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => /[а-яёңөү]/i.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test("Every dictionary that the Base begins with has a name", () => {
  const seed = readFileSync(join(import.meta.dirname, "../../../src/Modules/Children/Seed/dictionaries.csv"), "utf8");
  const names = new Set(
    seed
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(";")[0]!),
  );
  expect(names.size).toBeGreaterThan(10);
  for (const name of names) expect(ky, name).toHaveProperty([`dictionary-name.${name}`]);
});

test("Every code of a closed list that people see has a word", () => {
  const api = JSON.parse(readFileSync("src/api/openapi.json", "utf8")) as {
    components: { schemas: Record<string, { enum?: (string | null)[] }> };
  };
  for (const [type, prefix] of [
    ["ConsequenceKind", "consequence"],
    ["ImportedLine", "imported-line"],
    ["Permission", "permission"],
    ["Role", "role"],
    ["ScopeKind", "scope"],
    ["JournalKind", "journal-kind"],
    ["UnusualKind", "unusual"],
    ["BodyKind", "body-kind"],
    ["SectionCode", "section"],
    ["CaseStatus", "case-status"],
    ["SignalStatus", "signal-status"],
    ["Urgency", "urgency"],
    ["Risk", "risk"],
    ["ParentState", "parent"],
    ["Conclusion", "conclusion"],
    ["PlanStatus", "plan-status"],
    ["MeasureStatus", "measure-status"],
    ["Ending", "ending"],
    ["RegisterKind", "register"],
    ["NoticeKind", "notice-kind"],
  ] as const) {
    const kinds = api.components.schemas[type]?.enum ?? [];
    expect(kinds.length, type).toBeGreaterThan(1);
    for (const kind of kinds.filter((k) => k !== null)) expect(ky, kind).toHaveProperty([`${prefix}.${kind}`]);
  }
});
