import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import ky from "../../texts/ky.json";
import { pieceStore, tabCodes } from "../core/pieces";
import { menu } from "./Menu";
import { manifests } from "./modules";
import { screenAt } from "./needs";

const modules = join(import.meta.dirname, "../../modules");

test("Every folder of a module has a manifest, and the shell knows it", () => {
  const folders = readdirSync(modules);
  expect(folders.length).toBeGreaterThan(10);
  for (const folder of folders) expect(existsSync(join(modules, folder, "manifest.tsx")), folder).toBe(true);
  expect(manifests.length).toBe(folders.length);
});

test("The menu has its lines in this order", () => {
  const lines = menu.flatMap((line) => ("entries" in line ? [line.text, ...line.entries.map(({ to }) => `  ${to}`)] : [line.to]));
  expect(lines).toEqual([
    "/work",
    "/signals",
    "/children",
    "/own-institution",
    "/my-measures",
    "menu.requests",
    "  /decisions",
    "  /merges",
    "  /transfers",
    "  /case-requests",
    "  /disclosures",
    "menu.figures",
    "  /overview",
    "  /board",
    "  /statistics",
    "/institutions",
    "menu.people",
    "  /bodies",
    "  /specialists",
    "  /accounts",
    "  /clients",
    "  /registers",
    "menu.running",
    "  /journal",
    "  /purges",
    "  /operations",
    "  /backups",
    "  /jobs",
    "menu.reference",
    "  /materials",
    "  /courses",
    "  /rules",
    "  /calendar",
    "  /territories",
    "  /dictionaries",
    "  /rights",
  ]);
});

test("Every line of the menu has a text and leads to a screen that asks for a right", () => {
  for (const { text, to, outside } of manifests.flatMap((manifest) => manifest.menu ?? [])) {
    expect(ky).toHaveProperty([text]);
    expect(outside ?? screenAt(to)?.needs, to).toBeTruthy();
  }
});

test("A card has every tab once, each with a text", async () => {
  const store = pieceStore(manifests);
  expect(() => store.of("card")).toThrow();
  await store.load("card");
  const tabs = store.of("card").flatMap((piece) => piece.tabs ?? []);
  expect(tabs.map(({ code }) => code).sort()).toEqual([...tabCodes].sort());
  for (const { label } of tabs) expect(ky).toHaveProperty([label]);
});

test("The page of a signal has files and the question to the registers", async () => {
  const store = pieceStore(manifests);
  await store.load("signal");
  expect(store.of("signal").flatMap((piece) => Object.keys(piece))).toEqual(["Files", "AskByPin"]);
});

test("Pieces that did not come are loaded again", async () => {
  let tries = 0;
  const store = pieceStore([
    { pieces: { signal: () => (++tries === 1 ? Promise.reject(new Error("the line broke")) : Promise.resolve({})) } },
  ]);
  await expect(store.load("signal")).rejects.toThrow("the line broke");
  await store.load("signal");
  expect(store.of("signal")).toEqual([{}]);
});
