import { expect, test } from "@playwright/test";
import { accessible, choose, day, demoPassword, fill, goTo, signIn, signOut, speak, submit } from "./steps";

const own = "жайлоодогу кой козу";
const next = String(new Date().getFullYear() + 1);

/** The road of clauses 13b.1, 13b.2, 14.1, 17, 19.1, 19.2, 26: from an empty body to a complete card. */
test("An administrator gives access and the specialist leads a child from the signal to a complete card", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "admin");

  // a body, its specialist, the specialist's access
  await goTo(page, "/bodies/new");
  await fill(page, "nameKy", "Жети-Өгүз райондук башкармалыгы");
  await fill(page, "nameRu", "Джети-Огузское районное управление");
  await fill(page, "inn", "00207199610099");
  await choose(page, "kind", "Социалдык коргоо");
  await choose(page, "territory", "Жети-Өгүз району");
  await fill(page, "address", "Кызыл-Суу айылы");
  await submit(page);
  await expect(page.getByText("Жети-Өгүз райондук башкармалыгы")).toBeVisible();

  await goTo(page, "/specialists/new");
  await choose(page, "bodyId", "Жети-Өгүз райондук башкармалыгы");
  await fill(page, "surname", "Абдыраева");
  await fill(page, "name", "Бурул");
  await fill(page, "pin", "10101198500011");
  await fill(page, "position", "Социалдык кызматкер");
  await submit(page);

  await expect(page.locator("#login")).toBeVisible();
  await fill(page, "login", "holder.jetioguz");
  await choose(page, "access.territory", "Жети-Өгүз району");
  await fill(page, "access.validUntil", `31.12.${next}`);
  await submit(page);
  await expect(page.getByTestId("request-holder.jetioguz")).toBeVisible();
  await signOut(page);

  // another person of the authorised body confirms it and is shown the first password [15.2]
  await signIn(page, "ministry");
  await goTo(page, "/accounts");
  await page.getByTestId("request-holder.jetioguz").getByRole("button", { name: "Ырастоо" }).click();
  const password = await page.getByTestId("password").innerText();
  await signOut(page);

  // the first sign-in changes the password [15.2, 26]
  await page.locator("#login").fill("holder.jetioguz");
  await page.locator("#password").fill(password);
  await submit(page);
  await fill(page, "newPassword", own);
  await fill(page, "repeat", own);
  await submit(page);
  // a first-time user is offered the tour once [15.3]
  const tour = page.getByRole("dialog");
  await expect(tour.getByRole("heading", { name: "Базага кош келиңиз" })).toBeVisible();
  await accessible(page);
  for (const stop of ["Менин ишим", "Сигналды каттоо", "Баланы табуу", "Иштин бети"]) {
    await tour.getByRole("button", { name: "Андан ары" }).click();
    await expect(tour.getByRole("heading", { name: stop })).toBeVisible();
  }
  await tour.getByRole("button", { name: "Өткөрүп жиберүү" }).click();
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Менин ишим" })).toBeVisible();
  await expect(tour).toBeHidden();

  // a child is found [19.1]
  await page.getByRole("link", { name: "Сигналды каттоо" }).first().click();
  await page.getByLabel("Адис өзү тапты").check();
  await fill(page, "foundOn", day());
  await choose(page, "channel", "Адистин баруусу");
  await choose(page, "territory", "Жети-Өгүз району");
  await fill(page, "address", "Кызыл-Суу, Ленин 7");
  await fill(page, "account", "Үйүндө жалгыз, тамак жок.");
  await fill(page, "child.surname", "Сынова");
  await fill(page, "child.name", "Жыпаргүл");
  await choose(page, "child.sex", "кыз");
  await fill(page, "child.birthDate", "04.05.2016");
  await submit(page);
  await expect(page.getByText("[19.1]")).toBeVisible();

  // the signal becomes a card
  await page.getByRole("button", { name: "Карточка ачуу же балага байлоо" }).click();
  await page.locator('[id="identity.noPatronymic"]').check();
  await fill(page, "identity.citizenship", "Кыргыз Республикасы");
  await page.getByRole("button", { name: "Карточка ачуу", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Сынова Жыпаргүл" })).toBeVisible();
  await expect(page.locator('[data-step="enter-found-child"]')).toHaveAttribute("data-open", "false");

  const section = async (name: string) => {
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  };
  const save = async () => {
    const saved = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
    await page.getByRole("button", { name: "Сактоо" }).click();
    await saved;
  };

  // every item of clause 17
  await choose(page, "unknown.pin", "Документтери жок");
  await save();
  await section("Документтер");
  await page.locator('[id="hasBirthCertificate"]').getByLabel("Жок").check();
  await save();
  await section("Кайда, качан табылды");
  await choose(page, "unknown.cameFrom", "Эч ким билбейт");
  await save();
  await section("Жашаган жери");
  await choose(page, "registeredTerritory", "Жети-Өгүз району");
  await fill(page, "registeredAddress", "Кызыл-Суу, Ленин 7");
  await choose(page, "actualTerritory", "Жети-Өгүз району");
  await fill(page, "actualAddress", "Кызыл-Суу, Ленин 7");
  await fill(page, "livesWith", "Чоң энеси");
  await save();
  await section("Ата-эне, туугандар");
  await choose(page, "mother", "Чет өлкөдө иштейт");
  await choose(page, "father", "Каза болгон");
  await page.getByRole("button", { name: "Туугандын маалыматын кошуу" }).click();
  await choose(page, "list.0.relation", "Энеси");
  await fill(page, "list.0.fullName", "Сынова Айгүл");
  await page.locator('[id="list.0.abroadForWork"]').check();
  await save();
  await section("Майыптуулук");
  await page.locator("#has").getByLabel("Жок").check();
  await save();
  await section("Социалдык төлөмдөр");
  await page.locator("#receivesAny").getByLabel("Ооба").check();
  await page.getByRole("button", { name: "Төлөм кошуу" }).click();
  await choose(page, "list.0.kind", "Үй-бүлөгө көмөк");
  await save();
  await section("Турак жай, мүлк");
  await page.locator("#housingAssigned").getByLabel("Жок").check();
  await page.locator("#hasOther").getByLabel("Жок").check();
  await save();
  await section("Укуктук статусу, себептер");
  await choose(page, "statuses", "Жарым жетим");
  await page.keyboard.press("Escape");
  await choose(page, "causes", "Ата-энеси эмгек миграциясында");
  await page.keyboard.press("Escape");
  await save();

  // both deadlines are met [19.1, 19.2]
  await expect(page.getByText("Толуктугу 100 %")).toBeVisible();
  await page.getByRole("button", { name: "Баштапкы маалымат киргизилди" }).click();
  await expect(page.locator('[data-step="process-report"]')).toHaveAttribute("data-open", "false");
  // what remains of the road is the assessment [19.3]
  await expect(page.locator('[data-open="true"]')).toHaveCount(1);
  await expect(page.locator('[data-step="assess"]')).toHaveAttribute("data-open", "true");
  const card = page.url();

  // the same child by another spelling
  await page.keyboard.press("/");
  await page.locator("#search").fill("Джипаргуль Сынова");
  await page.getByRole("button", { name: "Издөө" }).click();
  await expect(page.getByRole("link", { name: "Сынова Жыпаргүл" })).toBeVisible();
  await expect(page.getByText("башка жазылышы").first()).toBeVisible();
  expect(page.url()).not.toContain("%D0");

  // a specialist of another district sees nothing
  const elsewhere = await (await browser.newContext()).newPage();
  await speak(elsewhere, "ru");
  await signIn(elsewhere, "holder.alamudun", demoPassword);
  await goTo(elsewhere, "/children");
  await elsewhere.locator("#search").fill("Сынова Жыпаргүл");
  await elsewhere.getByRole("button", { name: "Найти" }).click();
  await expect(elsewhere.getByText("такой ребёнок не найден")).toBeVisible();
  await goTo(elsewhere, card);
  await expect(elsewhere.getByText("Не найдено или находится вне вашей территории.")).toBeVisible();

  // a central reader sees but cannot edit [7.central]
  const central = await (await browser.newContext()).newPage();
  await speak(central, "ru");
  await signIn(central, "central", demoPassword);
  await goTo(central, card);
  await expect(central.getByRole("heading", { name: "Сынова Жыпаргүл" })).toBeVisible();
  await expect(central.getByText("Вы можете смотреть, но не изменять.")).toBeVisible();
  await expect(central.locator("main input, main textarea")).toHaveCount(0);
  await expect(central.getByRole("button", { name: "Сохранить" })).toHaveCount(0);
});
