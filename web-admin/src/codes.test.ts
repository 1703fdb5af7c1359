import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { riskCodes, roleCodes } from "./api/schemaCodes";

const { schemas } = (
  JSON.parse(readFileSync(join(import.meta.dirname, "api/openapi.json"), "utf8")) as {
    components: { schemas: Record<string, { enum?: (string | null)[] }> };
  }
).components;
const lists = Object.values(schemas).flatMap(({ enum: codes }) => (codes ? [new Set(codes)] : []));

/** Arrays of three or more codes of one list of the server that the compiler does not compare with that list. */
const handTyped = (source: string) =>
  [...source.matchAll(/(allOf<[^()]+>\(\)\(\s*)?(\[(?:\s*"[^"]+"\s*,?){3,}\s*\])(\s*(?:as const\s+)?satisfies\b)?/g)].flatMap(
    ([, complete, array, subset]) => {
      const codes = [...array!.matchAll(/"([^"]+)"/g)].map(([, code]) => code!);
      return !complete && !subset && lists.some((list) => codes.every((code) => list.has(code))) ? [codes.join(", ")] : [];
    },
  );

test("Codes of the server are not typed by hand: they come from schemaCodes.ts, or the compiler compares them with the server's list", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) => /^(?!api\/).*\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(250);
  expect(lists.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    handTyped(readFileSync(join(import.meta.dirname, file), "utf8")).map((codes) => `${file}: ${codes}`),
  );
  expect(found).toEqual([]);
});

test("A list typed by hand is found, in any order and over several lines, unless the compiler checks it", () => {
  const [low, medium, high] = riskCodes.map((code) => JSON.stringify(code));
  const array = `[\n  ${high},\n  ${low},\n  ${medium},\n]`;
  expect(handTyped(`const risks = ${array} as const;`)).toEqual(["high, low, medium"]);
  expect(handTyped(`options={[${low}, ${medium}, ${high}].map(`)).toHaveLength(1);
  expect(handTyped(`const risks = ${array} satisfies Schemas["Risk"][];`)).toEqual([]);
  expect(handTyped(`const risks = ${array} as const satisfies readonly Schemas["Risk"][];`)).toEqual([]);
  expect(handTyped(`const risks = allOf<Schemas["Risk"]>()(${array});`)).toEqual([]);
  expect(handTyped(`const mixed = [${low}, ${medium}, "${roleCodes[0]}"];`)).toEqual([]);
});
