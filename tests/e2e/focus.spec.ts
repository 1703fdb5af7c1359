import { expect, test, type Locator, type Page } from "@playwright/test";
import { accessible, fill, goTo, signIn, speak } from "./steps";

const views = [
  { language: "ky", width: 1280 },
  { language: "ru", width: 390 },
] as const;
type Items = { id: string; childId: string; step?: string }[];

async function begin(page: Page, login: string, { language, width }: (typeof views)[number]) {
  await page.setViewportSize({ width, height: 800 });
  await speak(page, language);
  await signIn(page, login);
}

const items = async (page: Page, path: string) => (await (await page.request.get(path)).json()).items as Items;

/** The focused element and its position: in view and clear of the bar. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    const { top, bottom } = at.getBoundingClientRect();
    const bar = document.querySelector("header")!.getBoundingClientRect().bottom;
    return { tag: at.tagName, isSeen: top >= bar - 1 && bottom > bar && top < innerHeight, isInMain: !!at.closest("main *") };
  });

/** Buttons that open a form, with their labels in both languages. */
const opened: [at: (id: Record<string, string>) => string, buttons: RegExp[]][] = [
  [() => "/my-measures", [/^(Отчет берүү|Отчитаться)$/]],
  [(id) => `/signals/${id.signal}`, [/Карточка ачуу же|Открыть карт/, /негизсиз|необоснован/i, /Башка аймакка|Перенаправить/, /Сигналды оңдоо|Исправить сигнал/]],
  [(id) => `/children/${id.running}?tab=exit`, [/Жокко чыгарууну|аннулировать/, /башка райондобу|в другом районе/]],
  [(id) => `/children/${id.running}?tab=monitoring`, [/Барууну жазуу|Записать визит/]],
  [(id) => `/children/${id.draft}?tab=plan`, [/Чара кошуу|Добавить меру/, /^(Өзгөртүү|Изменить)$/]],
];

for (const view of views)
  test(`What a button opens is in view with the focus in it, and gives it back (${view.language}, ${view.width} px)`, async ({ page }) => {
    await begin(page, "holder.aksuu", view);
    const visits = await items(page, "/api/children/work-list?size=100&step=visit");
    const asked = new Set((await items(page, "/api/children/work-list?size=100&step=decide-ending")).map((row) => row.childId));
    const id = {
      signal: (await items(page, "/api/children/signals?status=new&size=1"))[0]!.id,
      draft: (await items(page, "/api/plans?status=draft&size=1"))[0]!.childId,
      running: visits.find((row) => !asked.has(row.childId))!.childId,
    };
    for (const [at, buttons] of opened) {
      await goTo(page, at(id));
      for (const button of buttons)
        await test.step(`${button}`, async () => {
          await page.getByRole("button", { name: button }).first().click();
          await expect.poll(() => focused(page), "opened").toMatchObject({ tag: expect.stringMatching(/^(INPUT|TEXTAREA|DIV|H2|H3)$/), isSeen: true, isInMain: true });
          await page.getByRole("button", { name: /^(Артка|Назад)$/ }).last().click();
          await expect.poll(() => focused(page), "closed").toMatchObject({ tag: "BUTTON", isSeen: true, isInMain: true });
        });
    }

    // a section of a card is opened by its name; on a phone it is below all the others
    await goTo(page, `/children/${id.running}`);
    await page.locator("main nav").getByRole("button").nth(3).click();
    await expect.poll(() => focused(page)).toMatchObject({ tag: "H2", isSeen: true });
    // a tab keeps the focus
    await page.getByRole("tab").nth(2).click();
    await expect(page.getByRole("tab").nth(2)).toBeFocused();
  });

for (const view of views)
  test(`Another screen begins at its heading, «back» comes back, an entry of a list is named (${view.language}, ${view.width} px)`, async ({ page }) => {
    await begin(page, "holder.aksuu", view);
    await page.goto("/signals");
    await page.locator("[data-row-link]").first().focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/signals\/./);
    await expect(page.locator("h1")).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect(page.locator("h1")).toBeFocused();
    await expect(page.locator("[data-row-link]").first()).toBeVisible();

    await goTo(page, "/signals/new");
    await page.getByRole("button", { name: view.language === "ky" ? "Туугандын маалыматын кошуу" : "Добавить родственника" }).click();
    // Enter in a field of a long form submits nothing
    await fill(page, "child.name", "Айгүл");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveCount(0);
    // choosing a day in the calendar by keyboard alone; typing still works
    await fill(page, "foundOn", "01.02.2026");
    await page.locator("#foundOn ~ button, #foundOn ~ * button").first().press("Enter");
    const calendar = page.getByRole("dialog");
    await expect(calendar.getByRole("button", { name: "01.02.2026" })).toBeFocused();
    await expect(calendar).toContainText("Февраль 2026");
    await accessible(page);
    for (const key of ["ArrowUp", "ArrowRight", "PageUp", "Enter"]) await page.keyboard.press(key);
    await expect(page.locator("#foundOn")).toHaveValue("26.12.2025");
    await page.locator("form button[type=submit]").click();
    await expect(page.getByRole("alert").first()).toBeFocused();
    await expect(page.getByRole("alert").first()).toContainText(view.language === "ky" ? /1-тууган · .*:/ : /Родственник 1 · .*:/);

    await goTo(page, "/children");
    await page.getByRole("textbox").first().fill("Жок");
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toContainText(view.language === "ky" ? /табылган жок|табылбады/i : /не найден/i);
  });

/** How many pixels around an element change on focus with a visible contrast (3:1). */
async function ring(page: Page, blank: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  const size = page.viewportSize()!;
  // a field's border is around its padding
  const [x, y] = [Math.max(0, box.x - 16), Math.max(0, box.y - 16)];
  const clip = { x, y, width: Math.min(box.width + 32, size.width - x), height: Math.min(box.height + 32, size.height - y) };
  const shot = async () => (await page.screenshot({ clip, animations: "disabled" })).toString("base64");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const before = await shot();
  await target.evaluate((e) => (e.matches("span, label") ? e.querySelector("input")! : (e as HTMLElement)).focus({ preventScroll: true }));
  const after = await shot();
  return blank.evaluate(
    async (shots) => {
      const [a, b] = await Promise.all(
        shots.map(async (shot) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${shot}`;
          await picture.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height }).getContext("2d")!;
          canvas.drawImage(picture, 0, 0);
          return canvas.getImageData(0, 0, picture.width, picture.height).data;
        }),
      );
      const linear = (c: number) => (c <= 10 ? c / 3294 : ((c / 255 + 0.055) / 1.055) ** 2.4);
      const light = (d: Uint8ClampedArray, i: number) => 0.2126 * linear(d[i]!) + 0.7152 * linear(d[i + 1]!) + 0.0722 * linear(d[i + 2]!) + 0.05;
      let seen = 0;
      for (let i = 0; i < a!.length; i += 4) {
        const [one, other] = [light(a!, i), light(b!, i)];
        if (Math.max(one, other) / Math.min(one, other) >= 3) seen++;
      }
      return seen;
    },
    [before, after],
  );
}

test("The focus is seen on everything that takes it, in light and dark", async ({ page, context }) => {
  await begin(page, "holder.aksuu", views[0]);
  const blank = await context.newPage();
  const child = (await items(page, "/api/children/work-list?size=1&step=visit"))[0]!.childId;
  const places: Record<string, string[]> = {
    "/work": ["header button >> nth=0", "[data-row-link] >> nth=0", "nav a >> nth=1", "main [aria-pressed] >> nth=1", "main a.MuiButton-contained", "main button[value=mine]"],
    [`/children/${child}`]: ["[role=tab] >> nth=1", "main nav .MuiListItemButton-root >> nth=1"],
    "/signals/new": ["#account", "#channel", ".MuiRadio-root >> nth=0", "main form .MuiIconButton-root >> nth=0"],
  };
  for (const theme of ["light", "dark"]) {
    for (const [place, targets] of Object.entries(places).slice(0, theme === "dark" ? 1 : undefined)) {
      await goTo(page, place);
      await expect(page.locator("h1")).toBeVisible();
      // after a key press, the focus is shown
      await page.keyboard.press("Tab");
      // dark mode has other colors, but draws the same
      for (const target of theme === "dark" ? targets.slice(0, 3) : targets) expect(await ring(page, blank, page.locator(target).first()), `${theme} ${place} ${target}`).toBeGreaterThan(60);
    }
    await page.getByRole("button", { name: "Жарык же караңгы түс" }).click();
  }
});

/** How far drawn content moved while a screen loaded, by the browser's own measure, and what it was. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ sum: number; what: string }>((done) => {
        const moved = { sum: 0, what: "" };
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[] };
        new PerformanceObserver((list) => {
          for (const entry of (list.getEntries() as Shift[]).filter((e) => !e.hadRecentInput)) {
            moved.sum += entry.value;
            for (const { node, previousRect, currentRect } of entry.sources)
              moved.what += `\n${entry.value.toFixed(3)} ${previousRect.top} → ${currentRect.top} ${previousRect.height} → ${currentRect.height} ${node?.textContent?.slice(0, 60)}`;
          }
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(moved), 100);
      }),
  );

const still: Record<string, string[]> = {
  "holder.aksuu": ["/work", "/signals", "/signals/new", "/statistics", "/statistics/summary", "CARD"],
  ministry: ["/overview"],
};

for (const [login, places] of Object.entries(still))
  for (const view of login === "ministry" ? views.slice(0, 1) : views)
    test(`Nothing moves while the screens of ${login} load, and on paper only what is to be read stands (${view.language}, ${view.width} px)`, async ({ page }) => {
      await begin(page, login, view);
      const child = (await items(page, "/api/children/work-list?size=1&step=visit"))[0]?.childId;
      for (const place of places) {
        await page.emulateMedia({ media: "screen" });
        await page.setViewportSize({ width: view.width, height: 800 });
        await page.goto(place.replace("CARD", `/children/${child}`));
        await expect(page.locator("h1")).toBeVisible();
        await page.waitForLoadState("networkidle");
        const { sum, what } = await shifted(page);
        expect(sum, place + what).toBeLessThan(0.05);
        // an A4 page within its margins
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 718, height: 1000 });
        for (const hidden of ["header", "nav", "[role=tablist]", "main button:not([role])"]) await expect(page.locator(hidden).filter({ visible: true }), `${place}: ${hidden}`).toHaveCount(0);
        const cut = await page.locator("main [role=region]").evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length);
        expect(cut, place).toBe(0);
        if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/print-${place.replaceAll("/", "-")}-${view.width}.png`, fullPage: true });
      }
    });

for (const view of views)
  test(`A screen that one may not open says so and asks the server for nothing (${view.language}, ${view.width} px)`, async ({ page }) => {
    await begin(page, "institution", view);
    const refused: string[] = [];
    page.on("response", (answer) => answer.status() === 403 && refused.push(answer.url()));
    for (const place of ["/signals/new", "/disclosures/new", "/overview", "/bodies/new", "/journal"]) {
      await goTo(page, place);
      await expect(page.getByRole("heading", { name: view.language === "ky" ? "Бул бетке кирүүгө укугуңуз жок" : "Нет доступа к этой странице" })).toBeVisible();
      await expect(page.locator("main form")).toHaveCount(0);
    }
    await accessible(page);
    expect(refused).toEqual([]);
  });
