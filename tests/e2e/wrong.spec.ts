import { expect, test, type Locator, type Page } from "@playwright/test";
import { fill, goTo, settled, signIn, speak } from "./steps";

type Way = (page: Page, id: Ids) => Promise<Locator>;
type Ids = { signal: string; card: string; draft: string; running: string };
const at =
  (address: (id: Ids) => string, form: string): Way =>
  async (page, id) => {
    await goTo(page, address(id));
    return page.locator("form").filter({ has: page.locator(form) }).first();
  };
/** A button opens the form; its label is given in both languages. */
const behind =
  (address: (id: Ids) => string, button: RegExp, form: string): Way =>
  async (page, id) => {
    await goTo(page, address(id));
    await page.getByRole("button", { name: button }).first().click();
    return page.locator("form").filter({ has: page.locator(form) }).first();
  };

/** Every form, initially empty. */
const forms: Record<string, Record<string, Way>> = {
  admin: {
    RegisterBody: at(() => "/bodies/new", "#nameKy"),
    RegisterSpecialist: at(() => "/specialists/new", "#surname"),
    GrantAccess: at(() => "/accounts/new", "#login"),
    ChangePassword: at(() => "/me", "#newPassword"),
    TryRegisterService: at(() => "/registers/person", "#try-pin"),
    RegisterClient: at(() => "/clients/new", "#client-name"),
    RegisterInstitution: at(() => "/institutions/new", "#nameKy"),
    AddTerritory: behind(() => "/territories", /Аймак кошуу|Добавить территорию/, "#code"),
    AddDictionaryItem: behind(() => "/dictionaries", /Жазуу кошуу|Добавить запись/, "#code"),
    AddCalendarDay: at(() => "/calendar", "#date"),
  },
  ministry: {
    CreateMaterial: at(() => "/materials/new", "[id='title.ky']"),
    CreateCourse: at(() => "/courses/new", "[id='name.ky']"),
  },
  "holder.aksuu": {
    RegisterDisclosure: at((id) => `/disclosures/new?child=${id.card}`, "#disclosure-askedBy"),
    RegisterSignal: at(() => "/signals/new", "#account"),
    // the signal's information about the child is in the form already
    OpenCard: async (page, id) => {
      const form = await behind(({ signal }) => `/signals/${signal}`, /Карточка ачуу же|Открыть карт/, "[id='identity.surname']")(page, id);
      await settled(page);
      await fill(page, "identity.surname", "");
      await fill(page, "identity.name", "");
      return form;
    },
    ForwardSignal: behind((id) => `/signals/${id.signal}`, /Башка аймакка|Перенаправить/, "#forward-reason"),
    RequestVoid: behind((id) => `/children/${id.card}?tab=exit`, /Жокко чыгарууну|аннулировать/, "#void-reason"),
    AskMerge: behind((id) => `/children/${id.card}?tab=exit`, /башка райондобу|в другом районе/, "#ask-merge-reason"),
    CloseUnfounded: behind((id) => `/signals/${id.signal}`, /негизсиз|необоснован/i, "[id='note']"),
    AttachToSignal: at((id) => `/signals/${id.signal}`, "#file-title"),
    AddAttachment: at((id) => `/children/${id.card}?tab=documents`, "#file-title"),
    ReportChange: at((id) => `/children/${id.card}?tab=changes`, "#change-what"),
    OfferTransfer: at((id) => `/children/${id.card}?tab=people`, "[id^='transfer-']"),
    RequestClosing: at((id) => `/children/${id.card}?tab=exit`, "[id^='closing-']"),
    PlanVisit: at((id) => `/children/${id.running}?tab=monitoring`, "[id^='plan-visit-']"),
    RecordVisit: behind((id) => `/children/${id.running}?tab=monitoring`, /Барууну|Записать|Внести/, "[id^='v-']"),
    AddMeasure: behind((id) => `/children/${id.draft}?tab=plan`, /Чара кошуу|Добавить меру/, "[id^='add-']"),
  },
};

/** Ids of demo children at the stages that the forms belong to; a plan outlives a closed case, so the running one is found by its open measure. */
async function ids(page: Page): Promise<Ids> {
  const items = async (path: string) => (await (await page.request.get(path)).json()).items as { id: string; childId: string; step?: string }[];
  const signals = await items("/api/children/signals?status=new&size=1");
  const drafts = await items("/api/plans?status=draft&size=1");
  // whose plan is running, and whose ending has not been requested yet
  const asked = new Set((await items("/api/children/work-list?size=100&step=decide-ending")).map((row) => row.childId));
  const visits = await items("/api/children/work-list?size=100&step=visit");
  const running = visits.find((row) => !asked.has(row.childId))!.childId;
  return { signal: signals[0]!.id, card: running, draft: drafts[0]!.childId, running };
}

/** The focus is in the summary, the summary in view, and each of its lines brings its own field into view and focuses it. */
async function leadsOn(page: Page, form: Locator, name: string) {
  const summary = form.getByRole("alert").first();
  await expect(summary, name).toBeFocused();
  await expect(summary, name).toBeInViewport();
  const astray = await summary.evaluate((alert) => {
    const bar = document.querySelector("header")!.getBoundingClientRect().bottom;
    const isSeen = (e: Element) => e.getBoundingClientRect().bottom > bar && e.getBoundingClientRect().top >= bar - 1 && e.getBoundingClientRect().top < innerHeight;
    const found = isSeen(alert) ? [] : ["the summary is not seen"];
    for (const link of alert.querySelectorAll("a")) {
      link.click();
      const field = document.getElementById(link.getAttribute("href")!.slice(1))!;
      const at = document.activeElement!;
      if (!(field.contains(at) || at.contains(field)) || !isSeen(at)) found.push(link.innerText);
    }
    return found;
  });
  expect(astray, name).toEqual([]);
}

for (const language of ["ky", "ru"] as const)
  for (const [login, ways] of Object.entries(forms))
    test(`Every form of ${login} tells at the field what is missing (${language})`, async ({ page }) => {
      test.setTimeout(240_000);
      await speak(page, language);
      await signIn(page, login);
      const known = login === "holder.aksuu" ? await ids(page) : ({} as Ids);
      for (const [name, way] of Object.entries(ways))
        await test.step(name, async () => {
          const form = await way(page, known);
          await form.locator("button[type=submit]").click();
          const summary = form.getByRole("alert").first();
          await expect(summary, name).toBeVisible();
          const links = await summary.getByRole("link").all();
          expect(links.length, `${name}: no field is named`).toBeGreaterThan(0);
          for (const link of links) {
            expect(await link.innerText(), name).toMatch(/^([А-ЯЁҢӨҮ«]|\d+-[а-яёңөү]).*: .*[а-яёңөү]/);
            const field = (await link.getAttribute("href"))!.slice(1);
            await expect(page.locator(`[id="${field}"]`), `${name}: ${field}`).toHaveCount(1);
          }
          await leadsOn(page, form, name);
          await expect(page.getByText(/Күтүлбөгөн ката|Неожиданная ошибка/)).toHaveCount(0);
          await page.setViewportSize({ width: 390, height: 800 });
          await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${name} at phone width`).toBeLessThanOrEqual(390);
          await form.locator("button[type=submit]").click();
          await leadsOn(page, form, name);
          if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/${name}-${language}.png`, fullPage: true });
          await page.setViewportSize({ width: 1280, height: 800 });
        });
    });
