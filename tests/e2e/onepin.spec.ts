import { expect, test, type Browser, type Page } from "@playwright/test";
import { accessible, day, fill, fits, goTo, signIn, speak } from "./steps";

const words = {
  ky: {
    pin: "10405201699011",
    toCard: "Карточка ачуу же балага байлоо",
    open: "Карточка ачуу",
    held: "Бул ЖИН менен карточка бар",
    ask: "Ишти суроо",
    send: "Суроо",
    yours: "Сиз ишти сурагансыз",
    answer: "Жооп берүү",
    here: /Номер бизде туура эмес киргизилген/,
    sendAnswer: "Жоопту жөнөтүү",
    settle: "Чечүү",
    correct: /^Оңдоо/,
    save: "Чечимди сактоо",
    conflict: "Номерлер дал келди: бир ЖИН эки балада",
    none: /иштерди эч ким сураган жок/,
  },
  ru: {
    pin: "10405201699021",
    toCard: "Открыть карточку или связать с ребёнком",
    open: "Открыть карточку",
    held: "Карточка с этим ПИН уже есть",
    ask: "Запросить дело",
    send: "Запросить",
    yours: "Ваш запрос дела",
    answer: "Ответить",
    here: /Номер ошибочно внесён у нас/,
    sendAnswer: "Отправить ответ",
    settle: "Решить",
    correct: /^Исправить/,
    save: "Сохранить решение",
    conflict: "Конфликт номеров: один ПИН у двух детей",
    none: /никто не запрашивал/,
  },
};

const iso = () => day().split(".").reverse().join("-");

async function browserOf(browser: Browser, language: "ky" | "ru", login: string) {
  const page = await (await browser.newContext()).newPage();
  await speak(page, language);
  await signIn(page, login);
  return page;
}

/** Registers a signal through the API; returns its id. */
async function registerSignal(page: Page, territory: string, child: object) {
  const answer = await page.request.post("/api/children/signals", {
    data: {
      source: "report-received",
      channel: "school",
      urgency: "ordinary",
      foundOn: iso(),
      receivedOn: iso(),
      territory,
      account: "Мектепке келбейт",
      reporter: { anonymous: true },
      child,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Clauses 14.2, 17.1: a number held by a card elsewhere leads to its holder, and if it was entered wrongly, to a conflict that is resolved. */
for (const language of ["ky", "ru"] as const)
  test(`A number that a card elsewhere has: the case is asked for, the conflict of numbers settled (${language})`, async ({ browser }) => {
    const say = words[language];
    const holder = await browserOf(browser, language, "holder.aksuu");
    await goTo(holder, "/case-requests");
    await expect(holder.getByText(say.none)).toBeVisible();
    const known = await registerSignal(holder, "41702205000000", { name: "Бегимай" });
    const opened = await holder.request.post(`/api/children/signals/${known}/open-card`, {
      data: { identity: { surname: "Суралова", name: "Бегимай", noPatronymic: true, birthDate: "2016-05-04", pin: say.pin }, otherChildBecause: "x" },
      headers: { "If-Match": (await holder.request.get(`/api/children/signals/${known}`)).headers().etag! },
    });
    expect(opened.status(), await opened.text()).toBe(201);
    const { childId } = (await opened.json()) as { childId: string };

    // elsewhere the same number is refused at its field, with the way forward beside it
    const asker = await browserOf(browser, language, "holder.alamudun");
    const signal = await registerSignal(asker, "41708203000000", { surname: "Чынова", name: "Чолпон", birthDate: "2016-05-04", pin: say.pin });
    await goTo(asker, `/signals/${signal}`);
    await asker.getByRole("button", { name: say.toCard }).click();
    await asker.getByRole("button", { name: say.open, exact: true }).click();
    const held = asker.getByRole("group", { name: say.held });
    await expect(held).toBeVisible();
    await accessible(asker);
    await fits(asker, `pin-held-${language}`);
    await held.getByRole("button", { name: say.ask }).click();
    const dialog = asker.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await accessible(asker);
    await fits(asker, `pin-ask-${language}`);
    await fill(asker, "case-request-reason", "Бала бизде табылды");
    await dialog.getByRole("button", { name: say.send, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(asker.getByText(say.yours)).toBeVisible();
    await expect(asker.getByText("Суралова")).toHaveCount(0);

    // the holder says that the number is wrong here, and then corrects the card
    await goTo(holder, `/children/${childId}`);
    await holder.getByRole("button", { name: say.answer }).click();
    await holder.getByRole("radio", { name: say.here }).check();
    await holder.locator("[id^='answer-'][id$='-remarks']").fill("Апасынын номери");
    await fits(holder, `pin-answer-${language}`);
    await holder.getByRole("button", { name: say.sendAnswer }).click();
    await expect(holder.getByText(say.conflict)).toBeVisible();
    await accessible(holder);
    await goTo(holder, "/case-requests");
    await holder.getByRole("button", { name: say.settle, exact: true }).click();
    await holder.getByRole("radio", { name: say.correct }).check();
    await holder.locator("[id^='settle-'][id$='-because']").fill("Күбөлүк боюнча оңдолду");
    await accessible(holder);
    await fits(holder, `pin-settle-${language}`);
    await holder.getByRole("button", { name: say.save }).click();
    await expect(holder.getByText(say.none)).toBeVisible();

    // the number is free
    await goTo(asker, `/signals/${signal}`);
    await fits(asker, `pin-settled-${language}`);
    await asker.getByRole("button", { name: say.toCard }).click();
    await asker.getByRole("button", { name: say.open, exact: true }).click();
    await expect(asker).toHaveURL(/\/children\/[0-9a-f-]{36}/);
  });
