import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const name = (file: string) => relative(root, file);
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** All imports of a file: static, dynamic and type-only. */
const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"?]+)"/g)].flatMap(([, from]) => {
    const path = join(dirname(file), from!);
    return [path, `${path}.ts`, `${path}.tsx`].filter((candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate)).slice(0, 1);
  });

/** The first path found that leads from a file back to itself. */
export function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...way, file]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

const graph = new Map(filesOf(root).map((file) => [file, importsOf(file)]));

test("No file imports itself by way of others", () => {
  expect(graph.size).toBeGreaterThan(250);
  expect([...graph.values()].flat().length).toBeGreaterThan(1000);
  expect(findCycle(graph)?.map(name)).toBeUndefined();
});

test("A cycle is found wherever it begins", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c", "d"]],
    ["c", []],
    ["d", ["e"]],
    ["e", ["b"]],
  ]);
  expect(findCycle(graph)).toEqual(["b", "d", "e", "b"]);
  graph.set("e", ["c"]);
  expect(findCycle(graph)).toBeUndefined();
});
