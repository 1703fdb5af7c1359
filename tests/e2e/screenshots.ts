import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { signIn, speak } from "./steps";

// taken from the demo, whose children are invented
const folder = "../../docs/screenshots";

async function take(page: Page, name: string) {
  await expect(page.locator("main [role=progressbar]:not([aria-valuenow]), main [data-loading]")).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${folder}/${name}.png` });
}

test.beforeEach(async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
});

test("Work list and card", async ({ page }) => {
  await expect(page.locator("main tbody tr").first()).toBeVisible();
  await take(page, "work-list");
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  await page.goto(`/children/${plans.items[0].childId}`);
  await expect(page.locator("main h1")).toBeVisible();
  await take(page, "card");
});

test("Search by another spelling", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/children");
  await page.getByRole("searchbox").or(page.locator("main input")).first().fill("Омурбек");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Өмүрбек").first()).toBeVisible();
  await take(page, "search-phone");
});

test("Statistics and map", async ({ page }) => {
  await page.goto("/statistics?report=causes&compare=1");
  await expect(page.locator("main table").first()).toBeVisible();
  await take(page, "statistics");
  await page.goto("/statistics/map");
  await expect(page.locator("main svg path").first()).toBeVisible();
  await take(page, "map");
});

test("A paper copy", async ({ page }) => {
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  await page.goto(`/children/${plans.items[0].childId}?tab=documents`);
  const print = page.getByRole("button", { name: "Көчүрмө басып чыгаруу", exact: true });
  await print.click();
  await page.locator("#paper-purpose").fill("Иш папкасы үчүн");
  await print.click();
  const link = page.locator("main a[href*='/api/reporting/papers/'][download]").first();
  await expect(link).toBeVisible();
  const pdf = join(mkdtempSync(join(tmpdir(), "registry-paper-")), "paper.pdf");
  writeFileSync(pdf, await (await page.request.get((await link.getAttribute("href"))!)).body());
  execFileSync("pdftoppm", ["-r", "70", "-png", "-singlefile", pdf, `${folder}/paper`]);
});
