import { expect, test } from "@playwright/test";
import { accessible, choose, day, fill, fits, goTo, signIn, speak, submit } from "./steps";

const words = {
  ky: { early: /1990-жылга чейинки күн.*жылын текшериңиз/, adult: /жашта болгон.*эмне үчүн чоң адам/, which: "Маалымат бири-бирине карама-каршы. Кайсынысы туура?", pinRight: "ЖИН туура, күндү 04.05.2016 кылуу", late: /30 күндөн ашык мурда/, channel: "Мектеп" },
  ru: { early: /раньше 1990 года.*проверьте год/, adult: /полных лет.*почему регистрируется взрослый/, which: "Данные противоречат друг другу. Что верно?", pinRight: "Верен ПИН, поставить дату 04.05.2016", late: /больше 30 дней назад/, channel: "Школа" },
};

/** Clauses 17.1, 25.2: a year of birth mistyped by a century would have destroyed the record the same night. */
for (const language of ["ky", "ru"] as const)
  test(`A birth year mistyped by a century is refused with helpful words and nothing typed is lost (${language})`, async ({ page }) => {
    const say = words[language];
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    await goTo(page, "/signals/new");
    await choose(page, "channel", say.channel);
    await fill(page, "account", "Мектепке келбейт");
    await fill(page, "child.name", "Жыпаргүл");
    await fill(page, "child.birthDate", "04.05.1916");
    await submit(page);
    const birth = page.locator("[id='child.birthDate-label'] ~ *");
    await expect(birth.getByText(say.early)).toBeVisible();
    await accessible(page);
    await fits(page, `century-${language}`);
    await expect(page.locator("#account")).toHaveValue("Мектепке келбейт");
    await expect(page.locator("[id='child.birthDate']")).toHaveValue("04.05.1916");

    // ten years off means an adult: a reason is required, or the date can be corrected instead
    await fill(page, "child.birthDate", "04.05.2006");
    await submit(page);
    await expect(page.locator("[id='child.adultBecause-label'] ~ *").getByText(say.adult)).toBeVisible();

    // the number contradicts the date: which is right?
    await fill(page, "child.birthDate", "04.06.2016");
    await fill(page, "child.pin", "10405201600018");
    await fill(page, "foundOn", day(-40));
    await submit(page);
    const question = page.getByRole("group", { name: say.which });
    await expect(question).toBeVisible();
    await expect(page.locator("#lateBecause-label ~ *").getByText(say.late)).toBeVisible();
    await accessible(page);
    await fits(page, `which-${language}`);
    await question.getByRole("button", { name: say.pinRight }).click();
    await expect(page.locator("[id='child.birthDate']")).toHaveValue("04.05.2016");
    await fill(page, "lateBecause", "Кагаз журналдан киргизилди");
    await submit(page);
    await expect(page).toHaveURL(/\/signals\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Кагаз журналдан киргизилди")).toBeVisible();
  });

/** Clause 25.2: the home page of the authorised body shows how many records of adults remain. */
for (const [language, says] of Object.entries({ ky: "28ден улуу адамдардын жазуулары", ru: "Записи о людях старше 28" }))
  test(`The authorised body's home tells how many records are of people over 28 (${language})`, async ({ page }) => {
    await speak(page, language as "ky" | "ru");
    await signIn(page, "ministry");
    await expect(page).toHaveURL(/\/overview$/);
    const tile = page.getByText(says, { exact: true }).locator("..");
    await expect(tile.getByRole("link")).toHaveText(/^\d+$/);
    await tile.getByRole("link").click();
    await expect(page).toHaveURL(/\/purges\/due\?which=held/);
  });

/** Clause 19.2: a day found more than a year ago must be confirmed by the territorial unit. */
test("A day found more than a year ago waits for the unit, is returned and asked about once more", async ({ page, browser }) => {
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals/new");
  await choose(page, "channel", "Мектеп");
  await fill(page, "account", "Былтыр жалгыз калган");
  await fill(page, "child.surname", "Былтыркыева");
  await fill(page, "child.name", "Сезим");
  await fill(page, "child.birthDate", "04.05.2016");
  await fill(page, "foundOn", day(-400));
  await submit(page);
  await fill(page, "lateBecause", "Кошунасы азыр айтты");
  await submit(page);
  await page.getByRole("button", { name: "Карточка ачуу же балага байлоо" }).click();
  await page.locator('[id="identity.noPatronymic"]').check();
  await fill(page, "identity.citizenship", "Кыргыз Республикасы");
  await page.getByRole("button", { name: "Карточка ачуу", exact: true }).click();
  await expect(page.getByText(/Табылган күн .* ырасталышы керек/)).toBeVisible();
  await accessible(page);
  await fits(page, "day-found");
  const card = page.url();

  const unit = await (await browser.newContext()).newPage();
  await signIn(unit, "unit.aksuu");
  await goTo(unit, "/decisions");
  await unit.getByRole("row", { name: /Былтыркыева/ }).first().click();
  await unit.getByRole("button", { name: "Оңдоого кайтаруу" }).click();
  await unit.locator("#day-found-return-reason").fill("Документ тиркеңиз");
  await unit.getByRole("button", { name: "Оңдоого кайтаруу" }).click();
  await expect(unit.getByText(/кайтарылды: оңдоңуз/)).toBeVisible();

  await goTo(page, card);
  await expect(page.getByText("Документ тиркеңиз")).toBeVisible();
  await page.getByRole("button", { name: "Күн туура: дагы ырастоого жөнөтүү" }).click();
  await page.locator("#day-found-again-reason").fill("Маалымкат бар");
  await page.getByRole("button", { name: "Күн туура: дагы ырастоого жөнөтүү" }).click();
  await expect(page.getByText(/Табылган күн .* ырасталышы керек/)).toBeVisible();
  await goTo(unit, card);
  await unit.getByRole("button", { name: "Күндү ырастоо" }).click();
  await expect(unit.getByText(/ырасталышы керек/)).toHaveCount(0);
});
