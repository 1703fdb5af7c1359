import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

/** The pictures of README: scripts/screenshots.sh. */
export default defineConfig({ ...base, testMatch: "screenshots.ts", projects: undefined, workers: 1, fullyParallel: false });
