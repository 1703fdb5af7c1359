import { expect, test, type Page } from "@playwright/test";
import { accessible, choose, fill, goTo, signIn, speak, submit } from "./steps";

const words = {
  ky: {
    channel: "Мектеп",
    own: "Ак-Суу району",
    other: "Аламүдүн району",
    addChild: "Дагы бир бала кошуу",
    nameless: "аты белгисиз",
    addRelative: "Туугандын маалыматын кошуу",
    mother: "Энеси",
    siblings: "Ошол эле билдирүүдөгү балдар",
    forward: "Башка аймакка багыттоо",
    forwarded: "Сигнал багытталды",
  },
  ru: {
    channel: "Школа",
    own: "Ак-Суйский район",
    other: "Аламудунский район",
    addChild: "Добавить ещё ребёнка",
    nameless: "имя неизвестно",
    addRelative: "Добавить родственника",
    mother: "Мать",
    siblings: "Дети из того же сообщения",
    forward: "Перенаправить на другую территорию",
    forwarded: "Сигнал перенаправлен",
  },
};

const onPhone = (page: Page) =>
  page.setViewportSize({ width: 390, height: 844 });
const numberOf = async (page: Page) =>
  (await page.getByRole("heading", { level: 1 }).innerText()).match(
    /S-\S+/,
  )![0];

/** Nothing on the page is wider than the screen. */
const fits = async (page: Page) =>
  expect(
    await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);

for (const language of ["ky", "ru"] as const) {
  const say = words[language];

  /** [13b.1, 17.4] */
  test(`One report names two siblings, their mother is entered once, and both signals name each other (${language})`, async ({
    page,
  }) => {
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    await onPhone(page);
    await goTo(page, "/signals/new");
    await choose(page, "channel", say.channel);
    await choose(page, "territory", say.own);
    await fill(page, "account", "Үйүндө эки бала жалгыз.");
    await fill(page, "child.surname", "Биртууганова");
    await fill(page, "child.name", "Алия");
    await page.getByRole("button", { name: say.addChild }).click();
    await page.getByRole("button", { name: say.addRelative }).click();
    await choose(page, "relatives.0.relation", say.mother);
    await fill(page, "relatives.0.fullName", "Биртууганова Сайра");
    await accessible(page);
    await fits(page);

    // a child without a name is described, so that the children can be distinguished; nothing typed is lost
    await submit(page);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator('[id="child.surname"]')).toHaveValue(
      "Биртууганова",
    );
    await fill(page, "siblings.0.note", "Төрт жаштар чамасында, кызыл куртка");
    await submit(page);
    await expect(page.getByText(say.siblings)).toBeVisible();
    await expect(page.getByText("Биртууганова Сайра")).toBeVisible();
    await accessible(page);
    await fits(page);
    const first = await numberOf(page);
    await page.getByRole("link", { name: /^S-/ }).click();
    await expect(page.getByText("кызыл куртка")).toBeVisible();
    await expect(
      page.getByText(new RegExp(say.nameless)).first(),
    ).toBeVisible();
    await expect(page.getByText("Биртууганова Сайра")).toBeVisible();
    expect(await numberOf(page)).not.toBe(first);
    await expect(page.getByRole("link", { name: first })).toBeVisible();
  });

  /** [11.3, 19.2] */
  test(`A signal found in the wrong district is forwarded, and both ends are notified (${language})`, async ({
    page,
    browser,
  }) => {
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    await onPhone(page);
    await goTo(page, "/signals/new");
    await choose(page, "channel", say.channel);
    await choose(page, "territory", say.own);
    await fill(page, "account", "Аялдамада жалгыз, Лебединовкада жашайт.");
    await fill(page, "child.name", "Эрмек");
    await submit(page);
    await expect(page.getByRole("button", { name: say.forward })).toBeVisible();
    const number = await numberOf(page);

    await page.getByRole("button", { name: say.forward }).click();
    await accessible(page);
    await fits(page);
    // a reason is required; nothing is sent without one
    await choose(page, "forward-territory", say.other);
    await page.getByRole("button", { name: say.forward }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await fill(page, "forward-reason", "Бала ошол жакта жашайт");
    await page.getByRole("button", { name: say.forward }).click();
    await expect(page.getByText(say.forwarded).first()).toBeVisible();
    await expect(page).toHaveURL(/\/signals$/);
    await expect(page.getByText(number)).toBeHidden();

    const there = await (
      await browser.newContext({ locale: language })
    ).newPage();
    await speak(there, language);
    await signIn(there, "holder.alamudun");
    await goTo(there, "/signals");
    await there.getByText(number).click();
    await expect(there.getByText("Бала ошол жакта жашайт")).toBeVisible();
    await accessible(there);
    for (const end of [there, page])
      await expect(async () => {
        await end.goto("/notices");
        await expect(end.getByText(say.forwarded).first()).toBeVisible({
          timeout: 2_000,
        });
      }).toPass({ timeout: 30_000 });
    await there.context().close();
  });
}
