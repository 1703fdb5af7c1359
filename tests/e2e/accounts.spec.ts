import { expect, test } from "@playwright/test";
import { accessible, choose, confirmAct, day, fill, goTo, signIn, speak, submit } from "./steps";

test("An access is asked for by one person, confirmed by another, and works at once; a reset needs two as well [8, 15.2, 26]", async ({ page, browser }) => {
  await speak(page, "ru");
  await signIn(page, "admin");
  await goTo(page, "/specialists/new");
  await choose(page, "bodyId", "Ак-Суйский районный отдел внутренних дел");
  await fill(page, "surname", "Доступова");
  await fill(page, "name", "Айпери");
  await fill(page, "pin", "10303199112345");
  await fill(page, "position", "Инспектор");
  await submit(page);
  // registering a specialist leads on to their access
  await expect(page).toHaveURL(/\/accounts\/new\?specialist=/);
  await fill(page, "login", "dostupova");
  await choose(page, "access.role", "Территориальное подразделение органа");
  await choose(page, "access.territory", "Ак-Суйский");
  await fill(page, "access.validUntil", day(300));
  await submit(page);
  const request = page.getByTestId("request-dostupova");
  await expect(request).toContainText("Доступова Айпери");
  await expect(request.getByRole("button", { name: "Подтвердить" })).toHaveCount(0);
  await accessible(page);

  const second = await (await browser.newContext()).newPage();
  await speak(second, "ru");
  await signIn(second, "ministry");
  await goTo(second, "/accounts");
  await second.getByTestId("request-dostupova").getByRole("button", { name: "Подтвердить" }).click();
  const password = await second.getByTestId("password").innerText();
  // on paper it is a letter to the person, and nothing else
  await second.emulateMedia({ media: "print" });
  await expect(second.getByTestId("letter")).toContainText(password);
  await expect(second.locator("#root")).toBeHidden();
  await second.emulateMedia({ media: "screen" });
  await expect(second.getByTestId("letter")).toBeHidden();
  await accessible(second);

  const newcomer = await (await browser.newContext()).newPage();
  await speak(newcomer, "ru");
  await newcomer.goto("/");
  await fill(newcomer, "login", "dostupova");
  await fill(newcomer, "password", password);
  await submit(newcomer);
  for (const field of ["newPassword", "repeat"]) await fill(newcomer, field, "zhashyl-archa-2026-own");
  await submit(newcomer);
  await expect(newcomer.locator("main#main")).toBeVisible();

  await goTo(page, "/accounts?search=dostupova");
  await page.getByText("dostupova").first().click();
  await page.getByRole("button", { name: "Запросить новый пароль" }).click();
  await confirmAct(page);
  await expect(page.getByText("Запрос отправлен")).toBeVisible();
  await goTo(second, "/accounts");
  await second.getByTestId("request-dostupova").getByRole("button", { name: "Отклонить" }).click();
  await expect(second.getByText("Запрос отклонён")).toBeVisible();
  await goTo(second, "/accounts/requests");
  await expect(second.getByText("Отклонён").first()).toBeVisible();
  await accessible(second);
});
