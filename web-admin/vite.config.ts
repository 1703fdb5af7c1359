import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { firstTexts } from "./src/texts/first.ts";

/** `ky.json?part=first` and `ky.json?part=rest`: one file of texts for people, two for the browser. */
const textsInTwoParts: Plugin = {
  name: "texts-in-two-parts",
  enforce: "pre",
  load(id) {
    const [, file, part] = /^(.*\/texts\/[a-z]{2}\.json)\?part=(first|rest)$/.exec(id) ?? [];
    if (!file) return null;
    this.addWatchFile(file);
    const texts = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
    const ofPart = texts.filter(([key]) => firstTexts.has(key.split(".")[0]!) === (part === "first"));
    return { code: `export default ${JSON.stringify(Object.fromEntries(ofPart))}`, moduleType: "js" };
  },
};

export default defineConfig({
  plugins: [textsInTwoParts, react()],
  build: { outDir: "dist", chunkSizeWarningLimit: 1600 },
  server: { proxy: { "/api": "http://localhost:5080", "/auth": "http://localhost:5080", "/connect": "http://localhost:5080" } },
  test: { environment: "jsdom" },
});
