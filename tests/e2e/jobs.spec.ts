import { expect, test, type Page } from "@playwright/test";
import { signIn, speak } from "./steps";

const aMoment = /^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/;

async function moments(page: Page) {
  await expect(page.locator("[data-moment], [data-moment-local]")).toHaveCount(0);
  return page.locator("#wrap .js-jobs-list tbody tr td").allInnerTexts();
}

test("Hangfire's pages name the jobs in the reader's language and tell moments by Bishkek's clock", async ({ browser }) => {
  // a browser in another time zone
  const context = await browser.newContext({ timezoneId: "America/New_York", locale: "en" });
  const page = await context.newPage();
  await speak(page, "ky");
  await signIn(page, "admin");
  await page.goto("/jobs/recurring");
  await expect(page.getByText("Резервдик көчүрмө жасап, аны сынап көрүү")).toBeVisible();
  await expect(page.getByRole("link", { name: "Тапшырмалардын графиги" })).toBeVisible();
  const shown = await moments(page);
  const backUp = shown[shown.findIndex((cell) => cell.includes("platform.back-up")) + 4];
  // at four in the morning, wherever the browser is
  expect(shown.filter((cell) => aMoment.test(cell.trim())).length).toBeGreaterThan(10);
  expect(shown.some((cell) => / 04:00:00$/.test(cell.trim())), backUp).toBe(true);
  await context.close();
});

test("A backup is paused by two: one administrator asks with a reason and sees that another must decide", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "admin");
  await page.goto("/jobs/schedule");
  const row = page.locator("[id='platform.back-up']");
  await expect(row).toContainText("Резервдик көчүрмө");
  const answers = ["Дискти алмаштыруу", "Резервдик көчүрмө жасап, аны сынап көрүү"];
  page.on("dialog", (dialog) => dialog.accept(answers.shift()));
  await row.getByRole("button", { name: "Токтотуп турууну суроо" }).click();
  await expect(row).toContainText("Токтотуп турууну сураган");
  await expect(row).toContainText("Дискти алмаштыруу");
  await expect(row.getByRole("button", { name: "Иштей берсин" })).toHaveCount(0);
  // it keeps running, and saving the job as running withdraws the request
  await row.getByRole("button", { name: "Сактоо" }).click();
  await expect(row.getByRole("button", { name: "Токтотуп турууну суроо" })).toBeVisible();
});
