import { expect, test } from "@playwright/test";
import { accessible, choose, fill, goTo, signIn, speak } from "./steps";

test("A place is shown on the map and its numbers are written into the form", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals/new");
  await page.getByRole("button", { name: "Картадан көрсөтүү" }).click();
  const map = page.getByTestId("point-map");
  await expect(map.getByText("Каракол", { exact: false })).toBeVisible();
  await map.click({ position: { x: 300, y: 150 } });
  // Ак-Суу is in the east of Issyk-Kul oblast
  await expect(page.locator("#latitude")).toHaveValue(/^4[23]\.\d+$/);
  await expect(page.locator("#longitude")).toHaveValue(/^7[89]\.\d+$/);
  await accessible(page);
});

test("The board leads to the work list of one specialist", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "unit.aksuu");
  await goTo(page, "/board");
  await page.locator("main#main").getByRole("combobox").first().click();
  await page.getByRole("option", { name: "Специалисты" }).click();
  const row = page.locator("tr[data-board]").filter({ has: page.getByRole("link") }).first();
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/responsible=/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await accessible(page);
});

test("Departments stand under the one they belong to, and a body is found by searching", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "admin");
  await goTo(page, "/specialists/new");
  await choose(page, "bodyId", "Агартуу министрлиги");
  await expect(page.locator("#bodyId")).toHaveValue("Агартуу министрлиги");
  await goTo(page, "/bodies/new");
  const add = page.getByRole("button", { name: "Бөлүм кошуу" });
  await add.click();
  await fill(page, "departments.0.nameKy", "Башкармалык");
  await add.click();
  await choose(page, "departments.1.parentId", "Башкармалык");
  await expect(page.locator("[data-depth='1']")).toHaveCount(1);
  await accessible(page);
});
