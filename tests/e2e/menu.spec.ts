import { expect, test } from "@playwright/test";
import { accessible, goTo, signIn, speak } from "./steps";

const name = { ky: "Иш", ru: "Работа" };

for (const language of ["ky", "ru"] as const)
  // what a menu holds depends on the role alone: the other language is tried with one
  for (const login of language === "ky" || process.env.REGISTRY_LONG ? ["holder.aksuu", "ministry", "central", "unit.aksuu", "police.aksuu", "institution", "admin"] : ["holder.aksuu"])
    test(`The menu of ${login} has at most nine lines, each screen of it opens (${language})`, async ({ page }) => {
      await speak(page, language);
      await signIn(page, login);
      const menu = page.getByRole("navigation", { name: name[language] });
      const lines = menu.locator(":scope > *");
      await expect(lines.first()).toBeVisible();
      await goTo(page, "/me");
      expect(await lines.count()).toBeLessThanOrEqual(9);
      for (const group of await menu.getByRole("button").all()) {
        await expect(group).toHaveAttribute("aria-expanded", "false");
        await group.click();
        await expect(group).toHaveAttribute("aria-expanded", "true");
        await accessible(page);
        const inside = menu.getByRole("link").last();
        await expect(inside).toBeVisible();
        await group.click();
      }
      // the group of the current screen is open
      const group = menu.getByRole("button").last();
      await group.click();
      await menu.getByRole("link").last().click();
      if (new URL(page.url()).pathname === "/jobs") return;
      await expect(page.locator("h1")).toBeVisible();
      await expect(group).toHaveAttribute("aria-expanded", "true");
    });
