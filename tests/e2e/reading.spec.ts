import { expect, type Page, test } from "@playwright/test";
import { accessible, goTo, signIn, speak, views } from "./steps";

const controls = "input, textarea, select, [role=combobox], [role=radio], [role=checkbox], [contenteditable=true]";

/** Opens the first card of the work list, as a reader would. */
async function openCard(page: Page) {
  await goTo(page, "/work?whose=all");
  const href = await page.locator("main [data-row-link][href^='/children/']").first().getAttribute("href");
  await goTo(page, href!);
  await expect(page.locator("[data-reading]")).toBeVisible();
}

for (const [language, width] of views)
  test(`Who may not edit reads text, in words and the newest first; danger to life comes first (${language}, ${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "police.aksuu");

    // danger before everything else, in words; a Base that has just started is still counting its demo's assessments
    const rows = page.locator("main tbody tr, main ul[aria-label] > li");
    await expect(async () => {
      await page.goto("/work?whose=all");
      await expect(rows.first().locator("[data-severity=danger]")).toHaveText(/\p{L}/u, { timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    const danger = await rows.evaluateAll((all) => all.map((row) => !!row.querySelector("[data-severity=danger]")));
    expect(danger).toEqual([...danger].sort((a, b) => Number(b) - Number(a)));
    await accessible(page);

    // every section is text: nothing to type into, nothing to send
    await openCard(page);
    const sections = page.locator("main nav").getByRole("button");
    for (let at = 0; at < (await sections.count()); at++) {
      await sections.nth(at).click();
      const section = page.locator("[data-reading]");
      await expect(section.locator("dl, a, div").first()).toBeVisible();
      await expect(section.locator(controls)).toHaveCount(0);
      await expect(section.getByRole("button")).toHaveCount(0);
      expect(await section.innerText()).not.toMatch(/417\d{11}|\b(true|false)\b|[[{]"/);
    }
    await accessible(page);

    // the history matches the sections
    await goTo(page, `${page.url().split("?")[0]}?tab=history`);
    const moments = page.locator("main ol > li");
    await expect(moments.first()).toBeVisible();
    const times = (await page.locator("main ol > li > p > b:first-child").allInnerTexts()).map((t) => t.replace(/(\d\d)\.(\d\d)\.(\d{4}) (.*)/, "$3-$2-$1 $4"));
    expect(times).toEqual([...times].sort().reverse());
    expect(await page.locator("main").innerText()).not.toMatch(/417\d{11}|\b(true|false)\b|[[{]"|\b[a-z]+-[a-z-]+\b/);
    await accessible(page);
  });
