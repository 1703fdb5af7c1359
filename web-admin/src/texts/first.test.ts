import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { firstTexts } from "./first";
import ky from "./ky.json";

const source = join(import.meta.dirname, "..");

/** The files of the first screen: main and everything it imports, without what is loaded later. */
function firstFiles(file = join(source, "main.tsx"), seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from] of readFileSync(file, "utf8").matchAll(/^(?:import(?! type)|export|\}) [^;]*?from "(\.[^"]+)"/gm)) {
    const path = join(dirname(file), from!);
    const found = [`${path}.tsx`, `${path}.ts`].find(existsSync);
    if (found) firstFiles(found, seen);
  }
  return seen;
}

test("Every text that the first screen says is loaded with it", () => {
  const files = firstFiles();
  expect(files.size).toBeGreaterThan(25);
  expect([...files].some((file) => file.endsWith("WorkList.tsx"))).toBe(true);
  const beginnings = new Set(Object.keys(ky).map((key) => key.split(".")[0]!));
  for (const file of files)
    for (const [, beginning, more, end] of readFileSync(file, "utf8").matchAll(/["`]([a-z-]+)\.([a-z-]*)(["`$])/g))
      if (end === "$" ? beginnings.has(beginning!) : `${beginning!}.${more!}` in ky)
        expect(firstTexts, `${file} says ${beginning!}.${more!}`).toContain(beginning);
});

test("The first part is the smaller one", () => {
  const first = Object.keys(ky).filter((key) => firstTexts.has(key.split(".")[0]!));
  expect(first.length).toBeLessThan(Object.keys(ky).length / 2);
});
