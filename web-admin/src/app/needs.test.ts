import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { needAt, needOf, type Screen } from "./needs";

const source = join(import.meta.dirname, "..");
const modules = join(source, "modules");
const pathsOf = (file: string) => [...readFileSync(file, "utf8").matchAll(/<Route[^>]*? path="([^"]+)"/g)].map(([, path]) => path!);
/** What opens without a sign-in, outside the frame. */
const open = ["/sign-in", "/check", "/reference", "/reference/:id"];

test("Every screen says which right it needs", () => {
  const files = [
    join(source, "app/App.tsx"),
    ...readdirSync(modules)
      .map((module) => join(modules, module, "routes.tsx"))
      .filter(existsSync),
  ];
  const paths = files.flatMap(pathsOf);
  expect(files.length).toBeGreaterThan(10);
  expect(paths).toEqual(expect.arrayContaining([...open, "/", "/signals/new", "/registers/:kind"]));
  for (const path of paths.filter((path) => !open.includes(path))) {
    expect(needOf(path as Screen), path).toBeDefined();
    // the pattern before it does not take its place
    expect(needAt(path.replace(/:\w+/g, "018f")), path).toEqual(needOf(path as Screen));
  }
});

test.each([
  ["/signals/new", "register-signals"],
  ["/signals/018f", "read-children"],
  ["/disclosures/new", "register-disclosures"],
  ["/purges/due/", "decide-purges"],
  ["/overview", "read-statistics"],
  ["/statistics/map", "read-statistics,manage-territories"],
  ["/nowhere", undefined],
])("%s needs %s", (address, need) => expect(needAt(address)?.join()).toBe(need));
