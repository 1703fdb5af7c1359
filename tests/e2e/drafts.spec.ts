import { expect, test, type Browser, type Page } from "@playwright/test";
import { accessible, choose, demoPassword, fill, signIn, speak, submit } from "./steps";

const words = {
  ky: {
    saved: /Долбоор сакталды|калыбына келди/,
    cut: "Сакталган жок: байланыш жок",
    offline: /Байланыш жок/,
    go: /Улантуу: Сигналды каттоо/,
    drop: /Таштоо: Сигналды каттоо/,
    unfinished: "Бүтпөгөн формалар",
    end: "Бүтүрүү",
    enter: "Кайра кирүү",
    already: /мурда эле № \S+ менен катталган/,
    channel: "Мектеп",
    again: "Кайра аракет кылуу",
    unfounded: "Негизсиз деп жабуу",
    continue: "Улантуу: Негизсиз деп жабуу",
    open: /бул форманы азыр ачып турат/,
    part: "Бул экрандын бир бөлүгү жүктөлгөн жок.",
  },
  ru: {
    saved: /Черновик сохранён|Восстановлено/,
    cut: "Не сохранено: нет связи",
    offline: /Нет связи/,
    go: /Продолжить: Зарегистрировать сигнал/,
    drop: /Отбросить: Зарегистрировать сигнал/,
    unfinished: "Незаконченные формы",
    end: "Завершить",
    enter: "Войти ещё раз",
    already: /уже зарегистрирован под № \S+/,
    channel: "Школа",
    again: "Повторить",
    unfounded: "Закрыть как необоснованный",
    continue: "Продолжить: Закрыть как необоснованный",
    open: /Эту форму сейчас открыли/,
    part: "Часть этого экрана не загрузилась.",
  },
};
const stranger = /башка адам кирди|вошёл другой человек/;
type Words = (typeof words)["ky"];
// whose sessions no parallel test needs
const login = "holder.alamudun";
const account = (page: Page) => page.locator("#account");
const type = async (page: Page, text: string) => {
  await account(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
};
const saved = (page: Page, say: Words) => expect(page.locator("form").getByRole("status").filter({ hasText: say.saved })).toBeVisible();

/** Ends all other sessions of the same person, as they would from another desk. */
async function endElsewhere(browser: Browser, language: "ky" | "ru", say: Words) {
  const page = await (await browser.newContext()).newPage();
  await speak(page, language);
  await signIn(page, login);
  await page.goto("/me");
  const end = page.getByRole("button", { name: say.end, exact: true });
  await expect(end.first()).toBeVisible();
  for (let left = await end.count(); left > 0; left--) {
    await end.first().click();
    await expect(end).toHaveCount(left - 1);
  }
  await page.context().close();
}

for (const [language, width] of [["ky", 1280], ["ru", 390]] as const) {
  const say = words[language];
  // what does not depend on words or width runs in one view; `--long` tries both
  const here = (view: "ky" | "ru") => view === language || process.env.REGISTRY_LONG;

  test(`A cut line, a slow answer, two windows, a reload and an ended session lose no letter (${language})`, async ({ page, browser, context }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    // leftovers of another test do not belong to this one
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const before = await page.getByRole("list", { name: say.unfinished }).getByRole("link", { name: say.go }).count();
    await page.goto("/signals/new");
    await type(page, "Бир ");
    await saved(page, say);

    await context.setOffline(true);
    await type(page, "эки ");
    await expect(page.getByText(say.cut)).toBeVisible();
    await accessible(page);
    await context.setOffline(false);
    await expect(page.getByText(say.cut)).toHaveCount(0);

    // a slow response holds up nothing, and leaving sends what was typed after it
    await page.route("**/api/children/drafts", async (route) => {
      await new Promise((go) => setTimeout(go, 1_500));
      await route.continue().catch(() => undefined);
    }, { times: 1 });
    await type(page, "үч ");
    await page.waitForRequest("**/api/children/drafts");
    await type(page, "төрт ");
    await page.reload();
    await expect(account(page)).toHaveValue("Бир эки үч төрт ");
    await page.unroute("**/api/children/drafts");

    // a second window is another form
    const other = await context.newPage();
    await other.setViewportSize({ width, height: 800 });
    await other.goto("/signals/new");
    await type(other, "Башка бала");
    await saved(other, say);
    await expect(account(page)).toHaveValue("Бир эки үч төрт ");
    await other.goto("/work");
    const list = other.getByRole("list", { name: say.unfinished });
    await expect(list.getByRole("link", { name: say.go })).toHaveCount(Math.min(3, before + 2));
    await accessible(other);
    await list.getByRole("link", { name: say.go }).first().click();
    await expect(account(other)).toHaveValue("Башка бала");
    await other.goto("/work");
    await list.getByRole("button", { name: say.drop }).first().click();
    await expect(list.getByText("Башка бала")).toHaveCount(0);
    await other.close();

    await endElsewhere(browser, language, say);
    await type(page, "беш");
    const dialog = page.getByRole("dialog", { name: say.enter });
    await expect(dialog).toBeVisible();
    await fill(page, "again-login", login);
    await fill(page, "again-password", demoPassword);
    await dialog.locator("button[type=submit]").click();
    await expect(dialog).toHaveCount(0);
    await expect(account(page)).toHaveValue("Бир эки үч төрт беш");
    await saved(page, say);
    await page.reload();
    await expect(account(page)).toHaveValue("Бир эки үч төрт беш");

    // the response is lost: sent again after a reload it is still one signal
    await choose(page, "channel", say.channel);
    const name = language === "ky" ? "Жоголбосова" : "Пропажина";
    await fill(page, "child.surname", name);
    let first = "";
    await page.route("**/api/children/signals", async (route) => {
      first = ((await (await route.fetch()).json()) as { number: string }).number;
      await route.abort();
    }, { times: 1 });
    await submit(page);
    await expect(page.getByRole("alert").filter({ hasText: say.offline })).toBeVisible();
    await page.reload();
    await expect(page.locator("[id='child.surname']")).toHaveValue(name);
    if (language === "ru") {
      // the form was edited since
      await type(page, " алты");
      await submit(page);
      await expect(page.getByText(say.already)).toContainText(first);
      await expect(account(page)).toHaveValue("Бир эки үч төрт беш алты");
      await accessible(page);
    } else {
      await submit(page);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
    }
    await page.goto("/signals");
    await expect(page.getByRole("link", { name: new RegExp(first) }).or(page.getByText(first)).first()).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(1);
  });

  if (here("ky")) test(`A screen that cannot be had without a line says so inside the frame (${language})`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole("button", { name: say.unfinished }).click();
    const again = page.getByRole("button", { name: say.again });
    await expect(again).toBeVisible();
    await expect(page.getByRole("banner")).toBeVisible();
    await accessible(page);
    await context.setOffline(false);
    await again.click();
    await expect(page.getByRole("heading", { level: 1, name: say.unfinished })).toBeVisible();
  });

  if (here("ru")) test(`Choices that could not be loaded do not pass for an empty list (${language})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    await page.route("**/api/children/dictionaries*", (route) => route.abort());
    await page.goto("/signals/new");
    await type(page, "Бир");
    const told = page.getByRole("status").filter({ hasText: say.part });
    await expect(told).toBeVisible();
    await accessible(page);
    await page.unroute("**/api/children/dictionaries*");
    await told.getByRole("button", { name: say.again }).click();
    await expect(told).toHaveCount(0);
    await choose(page, "channel", say.channel);
    await expect(account(page)).toHaveValue("Бир");
  });

  if (here("ky")) test(`«Continue» opens a form that stands behind a button, with what was typed (${language})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    const signals = (await (await page.request.get("/api/children/signals?size=100")).json()) as { items: { id: string; status: string }[] };
    const fresh = signals.items.filter((s) => s.status === "new");
    await page.goto(`/signals/${fresh.at(language === "ky" ? 0 : -1)!.id}`);
    await page.getByRole("button", { name: say.unfounded }).click();
    await fill(page, "note", `Балага коркунуч жок экен, ${language}`);
    await saved(page, say);
    await page.goto("/work");
    await page.getByRole("link", { name: say.continue }).first().click();
    await expect(page.locator("#note")).toHaveValue(`Балага коркунуч жок экен, ${language}`);
    await expect(page.locator("#note")).toBeInViewport();
    await accessible(page);
    // closed again it stays closed
    await page.locator("form").getByRole("button", { name: language === "ky" ? "Артка" : "Назад" }).click();
    await expect(page.locator("#note")).toHaveCount(0);
    await expect(page.getByRole("button", { name: say.unfounded })).toBeFocused();
  });

  if (here("ru")) test(`Two people in one form see each other (${language})`, async ({ page, browser }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "unit.aksuu");
    const list = (await (await page.request.get("/api/children/work-list?size=100&step=visit")).json()) as { items: { childId: string }[] };
    const place = `/disclosures/new?child=${list.items.at(language === "ky" ? 0 : -1)!.childId}`;
    await page.goto(place);
    await expect(page.locator("#disclosure-askedBy")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: say.open })).toHaveCount(0);
    const other = await (await browser.newContext()).newPage();
    await other.setViewportSize({ width, height: 800 });
    await speak(other, language);
    await signIn(other, "holder.aksuu");
    await other.goto(place);
    await expect(other.getByRole("status").filter({ hasText: say.open })).toBeVisible();
    await accessible(other);
    // the first one is notified within half a minute, or on coming back
    if (language === "ru") await page.reload();
    await expect(page.getByRole("status").filter({ hasText: say.open })).toBeVisible({ timeout: 40_000 });
    await other.context().close();
  });

  if (here("ky")) test(`When another person has signed in here, what was typed goes out under no other name (${language})`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    await page.goto("/signals/new");
    await type(page, "Биринчи адам жазды");
    await saved(page, say);
    const second = await context.newPage();
    await second.goto("/me");
    await second.getByRole("button", { name: language === "ky" ? "Чыгуу" : "Выйти" }).first().click();
    await second.locator("#login").fill("police.aksuu");
    await second.locator("#password").fill(demoPassword);
    await second.locator("button[type=submit]").click();
    await expect(second.locator("main#main")).toBeVisible();
    // the page may have noticed it by itself, in the language of its current user
    await account(page).click({ timeout: 2_000 }).catch(() => undefined);
    await page.keyboard.type(" дагы");
    const dialog = page.getByRole("dialog").filter({ hasText: stranger });
    await expect(dialog).toBeVisible();
    await accessible(page);
    const drafts = (await (await second.request.get("/api/children/drafts")).json()) as { items: unknown[] };
    expect(drafts.items).toEqual([]);
    await dialog.getByRole("button").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("Биринчи адам жазды")).toHaveCount(0);
  });
}

test("A broken line keeps what was typed and says so", async ({ page, context }) => {
  await speak(page, "ru");
  await signIn(page, login);
  await page.goto("/signals/new");
  await page.getByLabel("Содержание сообщения").fill("Текст при обрыве");
  await context.setOffline(true);
  await submit(page);
  await expect(page.getByText(/Нет связи/)).toBeVisible();
  await expect(page.getByLabel("Содержание сообщения")).toHaveValue("Текст при обрыве");
});
