import { defineConfig } from "@playwright/test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { port } from "./ports";
import { providerAddress } from "./provider";

const looks = /(focus|screens|wrong|menu|rows|reading|work)\.spec\.ts/;
// tests whose users or hosts the others do not need: above all holder.alamudun, whose sessions end there
const apart = /(acts|onepin|drafts|forwarding|language|reference|road|factor|outside|jobs)\.spec\.ts/;
// a separate Base for every run
const data = process.env.REGISTRY_E2E_DATA ?? mkdtempSync(join(tmpdir(), "registry-e2e-"));
process.env.REGISTRY_E2E_DATA = data;

export default defineConfig({
  testDir: ".",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // a Base that does not start fails every test the same way: three failures are enough
  maxFailures: 3,
  workers: 2,
  // tests that change the Base run one after the other, in two independent groups; tests that only look run in parallel
  projects: [
    { name: "roads", testIgnore: [looks, apart], workers: 1 },
    { name: "apart", testMatch: apart, workers: 1 },
    { name: "looks", testMatch: looks, fullyParallel: true },
  ],
  reporter: [["line"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: "ky",
    actionTimeout: 20_000,
    timezoneId: "Asia/Bishkek",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: "dotnet run --project ../../src/Host --no-build --no-launch-profile",
    url: `http://localhost:${port}/health/ready`,
    timeout: 120_000,
    env: {
      ASPNETCORE_ENVIRONMENT: "Development",
      ASPNETCORE_URLS: `http://localhost:${port}`,
      Registry__Data: data,
      Registry__LogLevel: "Warning",
      // the cost of a password hash is tested elsewhere
      Registry__SignIn__PasswordRounds: "1000",
      // started by the test that needs it; the host contacts it only on demand
      Registry__SignIn__Outside__Authority: providerAddress,
      Registry__SignIn__Outside__ClientId: "registry",
    },
  },
});
