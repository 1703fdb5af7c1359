import { expect, test } from "@playwright/test";
import { accessible, confirmAct, fill, goTo, signIn, speak, submit } from "./steps";

test("A body is suspended only by its name, with what it leaves behind in view, and resumed on the same page", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "admin");
  await goTo(page, "/bodies");
  await page.getByText("Аламүдүн райондук эмгек").first().click();
  await fill(page, "suspend-reason", "Кайра уюштуруу");
  await page.getByRole("button", { name: "Органды токтотуу" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/ачык иш жооптуу адиссиз калат/)).toBeVisible();
  await expect(dialog.getByText(/Жумабаева Айсулуу/).first()).toBeVisible();
  await accessible(page);
  await dialog.locator("#confirmation-confirm").fill("Башка орган");
  await dialog.getByRole("button", { name: "Органды токтотуу" }).click();
  await expect(dialog.locator("#confirmation-confirm")).toHaveAttribute("aria-invalid", "true");
  await confirmAct(page);
  await expect(page.getByText(/кызматкерлери кире албайт/)).toBeVisible();

  const closedOut = await (await browser.newContext()).newPage();
  await speak(closedOut, "ky");
  await closedOut.goto("/");
  await closedOut.locator("#login").fill("holder.alamudun");
  await closedOut.locator("#password").fill("kyzyl-alma-2026-demo");
  await closedOut.locator("button[type=submit]").click();
  await expect(closedOut.getByText(/Сиздин органдын Базага кирүүсү токтотулган/)).toBeVisible();

  await page.getByRole("button", { name: "Кайра иштетүү" }).click();
  await expect(page.getByText("Орган кайра иштейт.")).toBeVisible();
  await closedOut.locator("button[type=submit]").click();
  await expect(closedOut.locator("main#main")).toBeVisible();
});

test("Aiyl aimaks and villages are imported from a list and found by name in the form of a signal", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "admin");
  await goTo(page, "/territories");
  await page.getByRole("button", { name: "Загрузить список" }).click();
  const csv = (lines: string[]) => ({
    name: "territories.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["code;nameKy;nameRu;nameEn;validFrom", ...lines].join("\n")),
  });
  const aimak = "41702205970000;Ак-Чий айыл аймагы (үлгү);Ак-Чийский айылный аймак (пример);Ak-Chiy aiyl aimak (example);2026-01-01";
  const input = page.locator("input[type=file]");
  await input.setInputFiles(csv([aimak, "4170220597;Ката;Ошибка;Wrong;2026-01-01"]));
  await page.getByRole("button", { name: "Проверить список" }).click();
  await expect(page.getByText("код должен состоять из 14 цифр")).toBeVisible();
  await input.setInputFiles(csv([aimak, "41702205970010;Ак-Чий айылы (үлгү);с. Ак-Чий (пример);Ak-Chiy (example);2026-01-01"]));
  await page.getByRole("button", { name: "Проверить список" }).click();
  await fill(page, "import-confirm", "2");
  await accessible(page);
  await submit(page);
  await expect(page.getByText("Загружено территорий: 2")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals/new");
  await page.locator("#territory").click();
  await fill(page, "territory", "ак чий с.");
  await page.getByRole("option", { name: /с\. Ак-Чий/ }).click();
  await expect(page.locator("#territory")).toHaveValue(/с\. Ак-Чий \(пример\) — Ак-Чийский айылный аймак/);
});
