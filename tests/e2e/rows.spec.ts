import { expect, test } from "@playwright/test";
import { accessible, goTo, signIn, speak, views } from "./steps";

const copy = { ky: /номерин көчүрүү/, ru: /^Скопировать / };

// every list uses the same rows
for (const [language, width] of views)
  test(`A row is a link: a new tab by Ctrl and the middle button, its number is copied (${language}, ${width} px)`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    for (const list of ["/signals", "/work"]) {
      await goTo(page, list);
      const row = page.locator("main tbody tr, main li").filter({ has: page.locator("[data-row-link]") }).first();
      const link = row.locator("[data-row-link]");
      const href = (await link.getAttribute("href"))!;
      await accessible(page);
      // no column is cut off
      const cut = await page.locator("main [role=region]").evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length);
      expect(cut).toBe(0);

      const [byLink] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
      await expect(byLink).toHaveURL(new RegExp(`${href}$`));
      await byLink.close();
      const place = width > 900 ? row.locator("td").last() : row.locator("span").filter({ hasText: /:$/ }).first();
      for (const way of [{ modifiers: ["ControlOrMeta" as const] }, { button: "middle" as const }]) {
        const [tab] = await Promise.all([context.waitForEvent("page"), place.click(way)]);
        await expect(tab).toHaveURL(new RegExp(`${href}$`));
        await tab.close();
      }
      expect(new URL(page.url()).pathname).toBe(list);

      await row.getByRole("button", { name: copy[language] }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^(S-)?41702205-2026-\d{6}$/);
      expect(new URL(page.url()).pathname).toBe(list);
      await place.click();
      await expect(page).toHaveURL(new RegExp(`${href}$`));
    }
  });

test("By keyboard, rows are reached by Tab, walked by arrows and opened by Enter", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals");
  const links = page.locator("[data-row-link]");
  await links.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(links.first()).toBeFocused();
  const href = (await links.first().getAttribute("href"))!;
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});
