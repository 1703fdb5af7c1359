import { type Page, expect, test } from "@playwright/test";
import { accessible, goTo, settled, signIn, speak } from "./steps";

const screens: Record<string, string[]> = {
  "holder.aksuu": ["/", "/signals", "/signals/new", "/children", "/me", "/calendar", "/dictionaries", "/my-measures", "/transfers", "/case-requests", "/board", "/notices", "/rules", "/statistics", "/statistics/map", "/statistics/frozen", "/statistics/republic", "/institutions", "/placements", "/materials", "/courses"],
  ministry: ["/disclosures", "/purges/due", "/materials/drafts", "/materials/new", "/courses/new"],
  "unit.aksuu": ["/decisions", "/board", "/notices", "/overview", "/work", "/statistics/summary"],
  institution: ["/own-institution", "/my-measures"],
  admin: ["/bodies", "/bodies/new", "/specialists", "/specialists/new", "/accounts", "/accounts/new", "/accounts/requests", "/accounts/blocks", "/calendar", "/territories", "/dictionaries", "/rights", "/me", "/institutions", "/institutions/new", "/journal", "/journal/unusual", "/purges", "/backups", "/operations", "/clients", "/clients/new", "/registers", "/registers/person"],
};

const widths = [1280, 390];

/** On a desktop and on a phone: the page is loaded once and narrowed. */
async function looksRight(page: Page, name: string, language: "ky" | "ru") {
  await expect(page.locator("h1")).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    // accessibility rules check the structure of a screen, which is the same in both languages; lengths are checked in each
    if (language === "ky" || process.env.REGISTRY_LONG) await accessible(page, { colours: width === widths[0] }); // colours are the same at any width
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: widths[0], height: 800 });
}

for (const language of ["ky", "ru"] as const)
  for (const [login, paths] of Object.entries(screens))
    test(`Every screen of ${login} is accessible and fits at the desk and on a phone (${language})`, async ({ page }) => {
      test.setTimeout(480_000);
      await speak(page, language);
      await signIn(page, login);
      for (const path of paths) {
        await goTo(page, path);
        await looksRight(page, path, language);
        // sign-out is reachable from everywhere
        await expect(page.getByRole("button", { name: language === "ky" ? "Чыгуу" : "Выйти", exact: true })).toBeVisible();
      }
    });

for (const language of ["ky", "ru"] as const)
  test(`A signal and every tab of a case are accessible and fit at the desk and on a phone (${language})`, async ({ page }) => {
    test.setTimeout(480_000);
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    for (const list of ["/", "/signals"]) {
      await goTo(page, list);
      await page.locator("main tbody tr").filter({ hasText: list === "/" ? /(?<!S-)41702205-2026/ : /S-41702205-2026/ }).first().locator("[data-row-link]").click();
      await settled(page);
      await looksRight(page, list, language);
      if (list !== "/") continue;
      const card = new URL(page.url()).pathname;
      for (const tab of ["assessment", "plan", "monitoring", "exit", "placements", "changes", "documents", "registers", "people", "history"]) {
        await goTo(page, `${card}?tab=${tab}`);
        await looksRight(page, tab, language);
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

test("The API page shows the description", async ({ page }) => {
  await page.goto("/api-docs");
  await page.getByRole("link", { name: "children", exact: true }).or(page.getByRole("button", { name: /children/ })).first().click();
  await expect(page.getByText("RegisterSignal").first()).toBeVisible();
});
