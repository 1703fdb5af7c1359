import { expect, test } from "@playwright/test";
import { accessible, signIn, speak } from "./steps";

const screens: Record<string, string[]> = {
  "holder.aksuu": ["/", "/signals", "/signals/new", "/children", "/me", "/calendar", "/dictionaries", "/my-measures", "/transfers", "/case-requests", "/board", "/notices", "/rules", "/statistics", "/statistics/map", "/statistics/frozen", "/statistics/republic", "/institutions", "/placements", "/materials", "/courses"],
  ministry: ["/disclosures", "/purges/due", "/materials/drafts", "/materials/new", "/courses/new"],
  "unit.aksuu": ["/decisions", "/board", "/notices", "/overview", "/work", "/statistics/summary"],
  institution: ["/own-institution", "/my-measures"],
  admin: ["/bodies", "/bodies/new", "/specialists", "/specialists/new", "/accounts", "/accounts/new", "/calendar", "/territories", "/dictionaries", "/rights", "/me", "/institutions", "/institutions/new", "/journal", "/journal/unusual", "/purges", "/backups", "/operations", "/clients", "/clients/new", "/registers", "/registers/person"],
};

for (const language of ["ky", "ru"] as const)
  for (const width of [1280, 390])
    test(`Every screen is accessible and fits at ${width} px in ${language}`, async ({ page }) => {
      test.setTimeout(480_000);
      await page.setViewportSize({ width, height: 800 });
      await speak(page, language);
      for (const [login, paths] of Object.entries(screens)) {
        await page.context().clearCookies();
        await signIn(page, login);
        for (const path of paths) {
          await page.goto(path);
          await expect(page.locator("h1")).toBeVisible();
          await page.waitForLoadState("networkidle");
          await accessible(page);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
        }
      }
      // a card and a signal
      await page.context().clearCookies();
      await signIn(page, "holder.aksuu");
      for (const list of ["/", "/signals"]) {
        await page.goto(list);
        await page.locator("tr[tabindex], li[tabindex]").filter({ hasText: list === "/" ? /(?<!S-)41702205-2026/ : /S-41702205-2026/ }).first().click();
        await expect(page.locator("h1")).toBeVisible();
        await page.waitForLoadState("networkidle");
        await accessible(page);
        if (list !== "/") continue;
        // the tabs of the case
        const card = new URL(page.url()).pathname;
        for (const tab of ["assessment", "plan", "monitoring", "exit", "placements", "changes", "documents", "registers", "people", "history"]) {
          await page.goto(`${card}?tab=${tab}`);
          await expect(page.locator("h1")).toBeVisible();
          await page.waitForLoadState("networkidle");
          await accessible(page);
          // days and codes as people write them
          await expect(page.locator("main")).not.toContainText(/\b\d{4}-\d{2}-\d{2}\b|[[{]"|\b417\d{11}\b/);
        }
      }
    });

test("The sign-in is accessible and refuses in the reader's language", async ({ page }) => {
  await speak(page, "ru");
  await page.goto("/");
  await page.locator("#login").fill("nobody");
  await page.locator("#password").fill("wrong");
  await page.locator("button[type=submit]").click();
  await expect(page.getByText(/Неверный логин или пароль/)).toBeVisible();
  await expect(page.locator("#login")).toHaveValue("nobody");
  await accessible(page);
});

test("The work list is worked by keyboard", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const rows = page.getByRole("row");
  await rows.nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/signals|children/);
});

test("The API page shows the description", async ({ page }) => {
  await page.goto("/api-docs");
  await page.getByRole("link", { name: "children", exact: true }).or(page.getByRole("button", { name: /children/ })).first().click();
  await expect(page.getByText("RegisterSignal").first()).toBeVisible();
});
