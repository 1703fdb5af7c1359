import { expect, test } from "@playwright/test";
import { accessible, choose, day, fill, fits, goTo, signIn, speak, submit } from "./steps";

const shots = process.env.REGISTRY_E2E_SHOTS;

test("A card is filled from the registers, a disagreement is settled and the sources stay [18]", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals/new");
  await page.getByLabel("Адис өзү тапты").check();
  await fill(page, "foundOn", day());
  await choose(page, "channel", "Адистин баруусу");
  await choose(page, "territory", "Ак-Суу району");
  await fill(page, "account", "Үйүндө жалгыз.");
  await fill(page, "child.name", "Айгүл");
  await fill(page, "child.birthDate", "04.05.2016");
  await submit(page);

  // the number is known: the register returns the surname and the sex, each taken by hand
  await page.getByRole("button", { name: "Карточка ачуу же балага байлоо" }).click();
  await fill(page, "identity.pin", "10405201601027");
  // no one can be looked up without a stated reason
  const reason = page.getByLabel("Номер кайдан белгилүү, эмне үчүн суралат");
  await page.getByRole("button", { name: "ЖИН боюнча реестрден суроо" }).click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await reason.fill("Апасы айтты");
  await page.getByRole("button", { name: "ЖИН боюнча реестрден суроо" }).click();
  await page.getByRole("button", { name: "Алуу: Фамилиясы" }).click();
  await expect(page.locator('[id="identity.surname"]')).toHaveValue("Асанова");
  await page.getByRole("button", { name: "Алуу: Жынысы" }).click();
  await page.getByRole("button", { name: "Алуу: Жарандыгы" }).click();
  await page.locator('[id="identity.noPatronymic"]').check();
  await accessible(page);
  if (shots) await page.screenshot({ path: `${shots}/registers-open.png`, fullPage: true });
  await page.getByRole("button", { name: "Карточка ачуу", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Асанова Айгүл" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Реестрлерден алынган маанилер" })).toContainText("Фамилиясы: Калктын реестри");

  // the card: current values beside received ones; the birth date differs and is not overwritten
  await page.getByRole("tab", { name: "Реестрлер" }).click();
  await page.getByRole("button", { name: "Реестрлерден суроо" }).click();
  const born = page.getByRole("group", { name: "Туулган күнү" });
  await expect(born).toContainText("04.05.2016");
  await expect(born).toContainText("05.05.2016");
  await born.getByLabel("Карточканыкын калтыруу").check();
  await page.getByLabel("Эмне үчүн карточканыкы калат").fill("Күбөлүктүн түп нускасын көрдүм");
  await accessible(page);
  await fits(page, "registers");
  await page.getByRole("button", { name: "Тандалганды киргизүү" }).click();
  await expect(page.getByText("карточканыкы калды")).toBeVisible();
  await expect(page.getByText("Күбөлүктүн түп нускасын көрдүм")).toBeVisible();
  await expect(page.getByRole("row", { name: /Кадастр/ })).toBeVisible();

  await page.getByRole("tab", { name: "Карточка", exact: true }).click();
  await page.getByRole("button", { name: /^Ата-эне, туугандар/ }).click();
  await expect(page.getByRole("list", { name: "Реестрлерден алынган маанилер" })).toContainText("Энеси");
});

test("The administrator tries a register with a number before it is switched on [18, 5.admin]", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "admin");
  await goTo(page, "/registers");
  await expect(page.getByText("Реестр населения")).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/registers-admin.png`, fullPage: true });
  await page.getByText("Реестр населения").click();
  await fill(page, "try-pin", "10405201601021");
  await page.getByRole("button", { name: "Попробовать с ПИН" }).click();
  await expect(page.getByRole("status").filter({ hasText: "данные есть" })).toContainText("0000-00-00");
  await expect(page.getByText("Асанова")).toHaveCount(0);
  if (shots) await page.screenshot({ path: `${shots}/registers-service.png`, fullPage: true });

  // an error in the mapping is reported, and what was typed stays
  const fields = page.locator("#register-fields");
  await fields.fill("доход | response/income");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Такого поля у этого реестра нет" }).first()).toBeVisible();
  await expect(fields).toHaveValue("доход | response/income");
  await expect(fields).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("строка 1: Такого поля у этого реестра нет.").first()).toBeVisible();
});
