import { expect, test, type Page } from "@playwright/test";
import { accessible, confirmAct, day, fits, goTo, signIn, speak } from "./steps";

const words = {
  ky: { find: "Экинчи карточканы издөө", choose: "Бул да ошол бала", title: "Карточкаларды салыштыруу", do: "Карточкаларды бириктирүү", merged: "Бул карточкага экинчи карточка бириктирилген", undo: "Бириктирүүнү жокко чыгаруу", redirected: /Бул карточка .* ишине бириктирилген/, surname: "Фамилиясы" },
  ru: { find: "Найти вторую карточку", choose: "Это тот же ребёнок", title: "Сравнение карточек", do: "Объединить карточки", merged: "С этой карточкой объединена другая", undo: "Отменить объединение", redirected: /Та карточка объединена с делом/, surname: "Фамилия" },
};

const today = () => day().split(".").reverse().join("-");

/** A synthetic child with a card, opened as the screens do. */
async function card(page: Page, surname: string, name: string) {
  const post = async (path: string, data: object, version?: string) => {
    const answer = await page.request.post(path, { data, headers: { "Idempotency-Key": crypto.randomUUID(), ...(version ? { "If-Match": version } : {}) } });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  };
  const signal = await post("/api/children/signals", {
    source: "report-received",
    channel: "school",
    urgency: "ordinary",
    foundOn: today(),
    receivedOn: today(),
    territory: "41702205000000",
    account: "Мектепке келбейт",
    reporter: { anonymous: true },
    child: {},
  });
  const version = (await page.request.get(`/api/children/signals/${signal.id}`)).headers()["etag"];
  const identity = { surname, name, noPatronymic: true, sex: "female", birthDate: "2016-05-04", citizenship: "KG" };
  return post(`/api/children/signals/${signal.id}/open-card`, { identity, otherChildBecause: "Башка бала" }, version) as Promise<{ childId: string; caseNumber: string }>;
}

/** One child was reported twice: the two cards are merged, and both come back when that turns out to be wrong. */
for (const language of ["ky", "ru"] as const)
  test(`Two cards of one child are merged and the merge is undone (${language})`, async ({ page }) => {
    const say = words[language];
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    const name = language === "ky" ? "Бегимай" : "Айзирек";
    const kept = await card(page, "Бириктирова", name);
    const other = await card(page, "Кошулова", name);
    await goTo(page, `/children/${kept.childId}?tab=exit`);
    await page.getByRole("button", { name: say.find }).locator("xpath=preceding::input[1]").fill(other.caseNumber);
    await page.getByRole("button", { name: say.find }).click();
    await page.getByRole("link", { name: say.choose }).click();

    await expect(page.getByRole("heading", { name: say.title, level: 1 })).toBeVisible();
    await expect(page.getByText(kept.caseNumber).first()).toBeVisible();
    const surname = page.getByRole("radiogroup", { name: say.surname });
    await expect(surname.getByRole("radio", { name: "Бириктирова" })).toBeChecked();
    await surname.getByRole("radio", { name: "Кошулова" }).check();
    await accessible(page);
    await fits(page, `merge-${language}`);
    await page.getByRole("button", { name: say.do }).click();
    await confirmAct(page);

    await expect(page).toHaveURL(new RegExp(`/children/${kept.childId}`));
    await expect(page.getByRole("heading", { name: `Кошулова ${name}`, level: 1 })).toBeVisible();
    await expect(page.getByText(say.merged)).toBeVisible();
    await accessible(page);
    await fits(page, `merged-${language}`);

    // the merged card's address leads to the remaining one
    await page.goto(`/children/${other.childId}`);
    await expect(page.getByText(say.redirected)).toBeVisible();
    await page.getByRole("button", { name: say.undo }).click();
    await expect(page.getByText(say.merged)).toHaveCount(0);
    await page.goto(`/children/${other.childId}`);
    await expect(page.getByRole("heading", { name: `Кошулова ${name}`, level: 1 })).toBeVisible();
    await page.goto(`/children/${kept.childId}`);
    await expect(page.getByRole("heading", { name: `Бириктирова ${name}`, level: 1 })).toBeVisible();
  });
