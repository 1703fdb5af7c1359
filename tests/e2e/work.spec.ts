import { expect, test } from "@playwright/test";
import { accessible, fits, goTo, signIn, speak } from "./steps";

const words = {
  ky: { whose: "Кимдин кадамдары", all: "Бардыгы", mine: "Мага жүктөлгөн", step: "Кадам", decide: /План|Чечим|бекит|макул|суроо|жооп|билдир/i },
  ru: { whose: "Чьи шаги", all: "Все", mine: "Поручены мне", step: "Шаг", decide: /план|решен|соглас|ответ|сообщ|подтверд/i },
};

for (const [language, width] of [["ky", 1280], ["ru", 390]] as const) {
  const say = words[language];

  test(`«My work» begins with what its reader may do, and shows everything when asked (${language}, ${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "unit.aksuu");
    const total = async (query: string) => ((await (await page.request.get(`/api/children/work-list/counts?${query}`)).json()) as { all: number }).all;
    const [all, doable] = [await total(""), await total("whose=doable")];
    expect(doable).toBeGreaterThan(0);
    expect(doable).toBeLessThan(all);
    await goTo(page, "/work");
    const counted = page.locator("main [aria-pressed=true]").first();
    await expect(counted).toContainText(String(doable));
    const rows = page.locator("main [data-row-link]");
    for (const what of await rows.allInnerTexts()) expect(what).toMatch(say.decide);
    await accessible(page);
    const whose = page.getByRole("group", { name: say.whose });
    await whose.getByRole("button", { name: say.all, exact: true }).click();
    await expect(counted).toContainText(String(all));
    await expect(page).toHaveURL(/whose=all/);
    await page.reload();
    await expect(counted).toContainText(String(all));
    await whose.getByRole("button", { name: say.mine }).click();
    await expect(page.locator("main")).toContainText(/жок|нет|не поручено/);
    await fits(page, `work-${language}`);
  });

  test(`Whoever only watches has the whole list and nothing to choose (${language}, ${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "central");
    await goTo(page, "/work");
    await expect(page.locator("main [data-row-link]").first()).toBeVisible();
    await expect(page.getByRole("group", { name: say.whose })).toHaveCount(0);
    await accessible(page);
  });
}

for (const language of ["ky", "ru"] as const)
  test(`Twelve rows of «My work» stand on one screen (${language})`, async ({ page }) => {
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    // unfinished forms are above the list until they are finished or discarded
    await page.route("**/api/children/drafts*", (route) => (route.request().method() === "GET" ? route.fulfill({ json: { items: [], next: null } }) : route.continue()));
    await page.goto("/work");
    await expect(page.locator("main [data-row-link]").first()).toBeVisible();
    const bottoms = await page.locator("main tbody tr").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
    if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/dense-${language}.png` });
    expect(bottoms.filter((bottom) => bottom <= 800).length).toBeGreaterThanOrEqual(12);
  });
