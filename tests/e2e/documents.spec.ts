import { expect, test } from "@playwright/test";
import { accessible, confirmAct, fill, goTo, png, signIn, speak } from "./steps";


test("A photo is attached to a card, saved to disk and withdrawn; a wrong file keeps what was typed", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  await goTo(page, `/children/${plans.items[0].childId}`);
  await page.getByRole("tab", { name: "Документтер" }).click();
  await fill(page, "file-title", "Үйдүн сүрөтү");
  await page.locator("#file-content").setInputFiles({ name: "үй.png", mimeType: "image/png", buffer: Buffer.from("<html>") });
  await page.getByRole("button", { name: "Тиркөө" }).click();
  await expect(page.locator("#file-content-help")).toHaveText(/Мындай файл кабыл алынбайт/);
  await expect(page.locator("#file-title")).toHaveValue("Үйдүн сүрөтү");
  await page.locator("#file-content").setInputFiles({ name: "чоң.png", mimeType: "image/png", buffer: Buffer.alloc(10_000_001) });
  await page.getByRole("button", { name: "Тиркөө" }).click();
  await expect(page.locator("#file-content-help")).toHaveText(/10 МБдан чоң/);

  await page.locator("#file-content").setInputFiles({ name: "үй.png", mimeType: "image/png", buffer: png });
  await page.getByRole("button", { name: "Тиркөө" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Үйдүн сүрөтү" });
  await expect(row).toBeVisible();
  await accessible(page);
  const download = page.waitForEvent("download");
  await row.getByRole("link", { name: /Сактап алуу/ }).click();
  expect((await download).suggestedFilename()).toBe("үй.png");

  await row.getByRole("button", { name: "Алып салуу" }).click();
  await row.getByLabel("Эмне үчүн алынат").fill("Башка баланын үйү");
  await row.getByRole("button", { name: "Алып салуу" }).click();
  await confirmAct(page);
  await expect(row.getByText("Башка баланын үйү")).toBeVisible();
  await expect(row.getByRole("link")).toHaveCount(0);
  await row.getByRole("button", { name: "Файлды калыбына келтирүү" }).click();
  await expect(row.getByRole("link")).toHaveCount(1);
});

test("From a step of the road one comes to its own files alone", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "holder.aksuu");
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  await goTo(page, `/children/${plans.items[0].childId}?tab=plan`);
  await page.getByRole("listitem").getByRole("link", { name: "Файлы" }).first().click();
  await expect(page.getByText("Приложить файл: мера")).toBeVisible();
  await expect(page.getByText("Файлов пока нет.")).toBeVisible();
  await fill(page, "file-title", "Справка");
  await page.locator("#file-content").setInputFiles({ name: "справка.png", mimeType: "image/png", buffer: png });
  await page.getByRole("button", { name: "Приложить" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Справка" })).toBeVisible();
  await page.getByRole("button", { name: "Показать все файлы" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Справка" }).getByText("мера")).toBeVisible();
});
