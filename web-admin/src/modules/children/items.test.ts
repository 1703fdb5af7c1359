import { readFileSync } from "node:fs";
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import en from "../../texts/en.json";
import ky from "../../texts/ky.json";
import ru from "../../texts/ru.json";
import type { Schemas } from "../../api/client";
import { timeline } from "./history";
import { useItems } from "../../ui/ItemValue";
import { items, type ItemsOf, type Kind } from "../../ui/items";

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: (string | null)[];
  items?: Schema;
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
};
const { schemas } = (JSON.parse(readFileSync("src/api/openapi.json", "utf8")) as { components: { schemas: Record<string, Schema> } })
  .components;
/** What a reference points to, without its null. */
const plain = (s: Schema): Schema => {
  if (s.$ref) return plain(schemas[s.$ref.split("/").at(-1)!]!);
  const one = s.oneOf?.find((o) => o.type !== "null");
  return one ? plain(one) : s;
};
const is = (s: Schema, type: string) => [s.type].flat().includes(type);
const texts = ru as Record<string, string>;

vi.mock("react-admin", async () => {
  const all = (await import("../../texts/ru.json")).default as Record<string, string>;
  return { useTranslate: () => (key: string, o?: { _?: string }) => all[key] ?? o?._ ?? key };
});
vi.mock("../../ui/reference", () => ({
  useTerritoryName: () => (code: string) => `place ${code}`,
  useName: () => (named?: { nameRu: string }) => named?.nameRu ?? "",
  useDictionaryWords: () => (dictionary: string, code: string) => `${dictionary}: ${code}`,
  useFurtherFields: () => [{ code: "hobby", nameRu: "pastime", kind: "choice", choices: "hobby" }],
}));

const sections = Object.entries(plain(schemas.CardContents!).properties!).map(
  ([name, schema]) => [name === "legalStatus" ? "legal-status" : name, plain(schema).properties!] as [ItemsOf, Record<string, Schema>],
);
const walk = (
  of: string,
  kinds: Record<string, Kind>,
  properties: Record<string, Schema>,
  see: (at: string, kind: Kind, s: Schema) => void,
) => {
  for (const [item, schema] of Object.entries(properties)) {
    const at = `${of}.${item}`;
    expect(kinds, `${at} has no kind`).toHaveProperty([item]);
    for (const [language, all] of Object.entries({ ky, ru, en })) expect(all, `${at} in ${language}`).toHaveProperty([`item.${item}`]);
    const kind = kinds[item]!;
    const s = plain(schema);
    see(at, kind, s);
    if (is(s, "array") && typeof kind === "object" && "entries" in kind) walk(at, kind.entries, plain(s.items!).properties!, see);
  }
};

test("Every item that the history of a card or a signal can hold is shown by its kind", () => {
  expect(sections.length).toBe(10);
  const signal = { ...plain(schemas.FirstKnown!).properties!, ...plain(schemas.SignalAmendment!).properties! };
  for (const not of ["child", "reason", "lateBecause", "confirm"]) delete signal[not];
  for (const [of, properties] of [...sections, ["signal", signal] as const])
    walk(of, items[of], properties, (at, kind, s) => {
      const codes = (s.enum ?? (s.items && plain(s.items).enum))?.filter((code) => code !== null);
      if (s.format === "date") expect(kind, at).toBe("day");
      else if (is(s, "boolean")) expect(kind, at).toBe("flag");
      else if (/[tT]erritory$/.test(at)) expect(kind, at).toBe("territory");
      else if (codes) {
        const { closed } = kind as { closed: string };
        for (const code of codes) expect(texts, at).toHaveProperty([`${closed}.${code}`]);
      } else if (is(s, "array") || s.additionalProperties) expect(kind, at).not.toBe("text");
      else if (/\.(kind|relation|group|channel)$/.test(at)) expect(kind, at).toHaveProperty("dictionary");
    });
});

test("Values are said in words, an answered no among them", () => {
  const { say, sayKept, title } = renderHook(() => useItems()).result.current;
  expect(sayKept("legal-status", "causes", '["labour-migration","poverty"]')).toBe("cause: labour-migration; cause: poverty");
  expect(sayKept("disability", "has", "false")).toBe(ru["form.no"]);
  expect(sayKept("identity", "sex", "female")).toBe(ru["sex.female"]);
  expect(sayKept("identity", "birthDate", "2015-03-09")).toBe("09.03.2015");
  expect(sayKept("residence", "actualTerritory", "41702000000000")).toBe("place 41702000000000");
  expect(sayKept("relatives", "mother", "abroad-for-work")).toBe(ru["parent.abroad-for-work"]);
  expect(sayKept("identity", "unknown", '{"pin":"not-yet"}')).toBe(`${ru["item.pin"]}: unknown-reason: not-yet`);
  expect(sayKept("further", "values", '{"hobby":"chess"}')).toContain("hobby: chess");
  expect(sayKept("payments", "list", '[{"kind":"allowance","received":false,"since":null}]')).toBe(
    `${ru["item.kind"]}: payment: allowance, ${ru["item.received"]}: ${ru["form.no"]}`,
  );
  // what a person typed stays unchanged
  expect(sayKept("finding", "circumstances", "true")).toBe("true");
  expect(sayKept("identity", "note", "[1] nothing")).toBe("[1] nothing");
  // a form holds the values themselves, including empty ones
  expect(say("legal-status", "statuses", [])).toBe("");
  expect(say("property", "hasOther", null)).toBe("");
  expect(title("hobby")).toBe("pastime");
});

test("The history is one line of time, the newest first; events wait for older changes that are not loaded", () => {
  const event = (at: string, status: Schemas["CaseStatus"]) => ({ at, status, by: "N" });
  const change = (id: string, at: string) => ({ id, at, section: "identity" as const, by: "N", items: [] });
  const events = [event("2026-01-01T08:00:00Z", "opened"), event("2026-01-03T08:00:00.5Z", "assessed")];
  const changes = [change("b", "2026-01-03T08:00:00Z"), change("a", "2026-01-02T08:00:00Z")];
  expect(timeline(events, changes, false).map((m) => m.event ?? m.change?.id)).toEqual(["assessed", "b", "a", "opened"]);
  expect(timeline(events, changes, true).map((m) => m.event ?? m.change?.id)).toEqual(["assessed", "b", "a"]);
});
