import { expect, test } from "@playwright/test";
import { accessible, choose, confirmAct, fill, goTo, signIn, speak } from "./steps";

test("A material is written in three languages, published, and read without sign-in [11.6]", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "ministry");
  await goTo(page, "/materials/new");
  await choose(page, "kind", "Жаңылык");
  for (const [language, title] of [["ky", "Жаңы тартип"], ["ru", "Новый порядок"], ["en", "A new procedure"]] as const) {
    await fill(page, `title.${language}`, title);
    await fill(page, `text.${language}`, `## ${title}\n\n<script>document.title = "x"</script>\n\n- **1**\n- [link](javascript:alert(1))`);
  }
  await page.getByRole("button", { name: "Долбоорду сактоо" }).click();
  await expect(page.getByRole("button", { name: "Жарыялоо", exact: true })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Жарыялоо", exact: true }).click();
  await accessible(page);
  await confirmAct(page);
  await expect(page.getByText("Жарыяланган: баарына ачык.")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await speak(visitor, "ru");
  await visitor.goto("/reference");
  await visitor.getByText("Новый порядок").click();
  await expect(visitor.getByRole("heading", { level: 2, name: "Новый порядок" })).toBeVisible();
  // nothing in a text can act in the reader's name
  expect(await visitor.locator("main script").count()).toBe(0);
  await expect(visitor.locator("main a", { hasText: "link" })).not.toHaveAttribute("href", /javascript/);
  await accessible(visitor);
});

test("A course that an account requires opens the Base when it is passed [15.3]", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "admin");
  const accounts = (await (await page.request.get("/api/access/accounts?size=100")).json()).items as { id: string; login: string }[];
  await goTo(page, `/accounts/${accounts.find((a) => a.login === "holder.alamudun")!.id}`);
  await choose(page, "access-requiredCourse", "Баланын жолу: мөөнөттөр жана милдеттер");
  await page.locator("form").first().getByRole("button", { name: "Сактоо" }).click();
  await expect(page.getByText("Сакталды", { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "holder.alamudun");
  await expect(page.getByRole("heading", { level: 1, name: /Баланын жолу/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Сигналдар" }).first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Иш" }).getByRole("link", { name: "Баланы издөө" })).toHaveCount(0);
  await accessible(page);
  await page.getByRole("button", { name: "Жоопторду жөнөтүү" }).click();
  await expect(page.getByText("Бул суроого жооп бериңиз.").first()).toBeVisible();
  for (const right of ["Бир жумуш күнү ичинде", "Эки жумуш күнү", "Жети", "База өзү, катталган жагдайлар боюнча", "Балдар мекемесинен чыгышы", "Майыптыктын белгилениши", "Бербейм: жасалган иш менин атыма жазылат"])
    await page.getByLabel(right, { exact: true }).check();
  await page.getByRole("button", { name: "Жоопторду жөнөтүү" }).click();
  await expect(page.getByText("Курс тапшырылды")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Иш" }).getByRole("link", { name: "Баланы издөө" })).toBeVisible({ timeout: 15_000 });
});

test("The ? of a screen opens its guide with its clause, by key and by button", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "holder.aksuu");
  await goTo(page, "/signals/new");
  await page.getByRole("button", { name: "Помощь по этому экрану" }).click();
  const guide = page.getByRole("dialog", { name: "Помощь по этому экрану" });
  await expect(guide.getByRole("heading", { name: "Регистрация сигнала" })).toBeVisible();
  await expect(guide.getByText("Пункт 19.1")).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Escape");
  await goTo(page, "/board");
  await page.locator("h1").waitFor();
  await page.keyboard.press("?");
  await expect(guide.getByRole("heading", { name: "Доска контроля" })).toBeVisible();
});
