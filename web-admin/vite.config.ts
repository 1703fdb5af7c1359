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

/** Letters never change their shape under the reader's eyes: the font comes with the page, or, on a slow line, from the next page on. */
const steadyFonts: Plugin = {
  name: "steady-fonts",
  enforce: "pre",
  transform(code, id) {
    return id.includes("@fontsource") && id.endsWith(".css") ? code.replaceAll("font-display: swap", "font-display: optional") : null;
  },
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /inter-(cyrillic|latin)-wght-normal/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
          injectTo: "head",
        })),
  },
};

export default defineConfig({
  plugins: [textsInTwoParts, steadyFonts, react()],
  build: { outDir: "dist", chunkSizeWarningLimit: 1600 },
  server: { proxy: { "/api": "http://localhost:5080", "/auth": "http://localhost:5080", "/connect": "http://localhost:5080" } },
  test: { environment: "jsdom", testTimeout: 30_000 },
});
