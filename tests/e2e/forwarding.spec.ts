import { expect, test } from "@playwright/test";
import { accessible, choose, fill, signIn, speak, submit } from "./steps";

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
    forwarded: "Сообщение перенаправлено",
  },
};

for (const language of ["ky", "ru"] as const)
  /** [11.3, 13b.1, 19.2] */
  test(`A report about two children, one without a name, is registered at once and one of its signals is forwarded (${language})`, async ({
    page,
    browser,
  }) => {
    const say = words[language];
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    // on a phone
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/signals/new");
    await choose(page, "channel", say.channel);
    await choose(page, "territory", say.own);
    await fill(page, "account", "Үйүндө эки бала жалгыз.");
    await fill(page, "child.surname", "Биртууганова");
    await fill(page, "child.name", "Алия");
    await page.getByRole("button", { name: say.addChild }).click();
    await page.locator('[id="siblings.0.nameUnknown"]').check();
    await page.getByRole("button", { name: say.addRelative }).click();
    await choose(page, "relatives.0.relation", say.mother);
    await fill(page, "relatives.0.fullName", "Биртууганова Сайра");
    await accessible(page);

    // whoever has no name is described; nothing typed is lost
    await submit(page);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator('[id="child.surname"]')).toHaveValue("Биртууганова");
    await fill(page, "siblings.0.note", "Төрт жаштар чамасында, кызыл куртка");
    await submit(page);
    await expect(page.getByText(say.siblings)).toBeVisible();
    await expect(page.getByText("Биртууганова Сайра")).toBeVisible();
    await accessible(page);
    await page.getByRole("link", { name: /^S-/ }).click();
    await expect(page.getByText(new RegExp(say.nameless)).first()).toBeVisible();
    const number = (await page.getByRole("heading", { level: 1 }).innerText()).match(/S-\S+/)![0];

    await page.getByRole("button", { name: say.forward }).click();
    await choose(page, "territory", say.other);
    await fill(page, "reason", "Бала ошол жакта жашайт");
    await page.getByRole("button", { name: say.forward }).click();
    await expect(page.getByText(say.forwarded).first()).toBeVisible();
    await expect(page).toHaveURL(/\/signals$/);
    await expect(page.getByText(number)).toBeHidden();

    const there = await (await browser.newContext({ locale: language })).newPage();
    await speak(there, language);
    await signIn(there, "holder.alamudun");
    await there.goto("/signals");
    await there.getByText(number).click();
    await expect(there.getByText("Бала ошол жакта жашайт")).toBeVisible();
    await expect(async () => {
      await there.goto("/notices");
      await expect(there.getByText(say.forwarded).first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await there.context().close();
  });
