import { expect, test, type Browser, type Page } from "@playwright/test";
import { choose, day, fill, goTo, png, signIn, speak } from "./steps";

async function as(browser: Browser, login: string) {
  const page = await (await browser.newContext({ locale: "ky" })).newPage();
  await speak(page, "ky");
  await signIn(page, login);
  return page;
}

/** Registers a child that was found some days ago and opens the card. */
async function newChild(page: Page, surname: string, found: number) {
  await goTo(page, "/signals/new");
  await page.getByLabel("Адис өзү тапты").check();
  await fill(page, "foundOn", day(found));
  await choose(page, "channel", "Адистин баруусу");
  await choose(page, "territory", "Ак-Суу району");
  await fill(page, "account", "Үйүндө жалгыз калтырылган.");
  await fill(page, "child.surname", surname);
  await fill(page, "child.name", "Айжан");
  await choose(page, "child.sex", "кыз");
  await fill(page, "child.birthDate", "04.05.2016");
  await page.locator("form button[type=submit]").first().click();
  await page.getByRole("button", { name: "Карточка ачуу же балага байлоо" }).click();
  await page.locator('[id="identity.noPatronymic"]').check();
  await fill(page, "identity.citizenship", "Кыргыз Республикасы");
  await page.getByRole("button", { name: "Карточка ачуу", exact: true }).click();
  await expect(page.getByRole("heading", { name: `${surname} Айжан` })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Every required question gets its first answer; answers can bring up further questions. */
async function answerAll(page: Page) {
  await expect(page.getByRole("tab", { name: /Ата-эненин мүмкүнчүлүгү/ })).toBeVisible();
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    let answered = -1;
    for (;;) {
      const groups = await page.getByRole("radiogroup").filter({ has: page.locator('[name]:not([name="conclusion"])') }).all();
      if (groups.length === answered) break;
      for (const group of groups) if ((await group.locator("input:checked").count()) === 0) await group.locator("input").first().check();
      answered = groups.length;
    }
    for (const text of await page.locator('textarea[id^="q-"]').all()) if ((await text.inputValue()) === "") await text.fill("Белгиленген жок");
  }
}

/** The road of clauses 3, 11.5, 13b.3, 13b.4, 15.4, 16, 19.3, 20.8, 20.9: from a signal to the exit, in Kyrgyz. */
test("A child is led from the signal through assessment, plan and visit to the exit with the territorial unit's consent", async ({ page, browser }) => {
  test.setTimeout(300_000);
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const card = await newChild(page, "Жолчубаева", -10);
  await goTo(page, `${card}?section=legal-status`);
  await choose(page, "statuses", "Жарым жетим");
  await page.keyboard.press("Escape");
  await choose(page, "causes", "Ата-энеси эмгек миграциясында");
  await page.keyboard.press("Escape");
  const saved = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
  await page.getByRole("button", { name: "Сактоо" }).click();
  await saved;

  // the assessment is already late: the job escalates the step and the specialist finds it at the bell [15.4]
  await expect(page.locator('[data-step="assess"]')).toHaveAttribute("data-open", "true");
  const admin = await as(browser, "admin");
  const ran = await admin.evaluate(async () => {
    const answer = await fetch("/api/access/jobs/access.escalate-overdue/run", {
      method: "POST",
      headers: { "Idempotency-Key": crypto.randomUUID() },
    });
    return answer.status;
  });
  expect(ran).toBe(204);
  await expect(async () => {
    await page.goto("/notices");
    await expect(page.getByText("Менин мөөнөтүм өттү").first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  // assessment [13b.3, 19.3]
  await goTo(page, `${card}?tab=assessment`);
  await page.getByRole("button", { name: "Баалоону баштоо" }).click();
  await page.waitForURL(/assessments/);
  await answerAll(page);
  await page.locator('[id="complete-conclusion"]').getByLabel("Тобокелдикте").check();
  const because = page.locator('[id="complete-otherThanProposed"]');
  if (await because.isVisible()) await because.fill("Адистин пикири");
  if ((await page.locator('[id="complete-causes"]').locator("xpath=ancestor::*[contains(@class,'MuiAutocomplete-root')]").locator(".MuiChip-root").count()) === 0) {
    await choose(page, "complete-causes", "Ата-энеси эмгек миграциясында");
    await page.keyboard.press("Escape");
  }
  await fill(page, "complete-summary", "Үй-бүлөгө колдоо керек.");
  await expect(async () => {
    await page.getByRole("button", { name: "Баалоону аяктоо" }).click();
    await page.waitForURL(/tab=assessment/, { timeout: 4_000 });
  }).toPass({ timeout: 30_000 });

  // the plan forms itself and says why [3]; every measure is assigned to a specialist [16]
  await goTo(page, `${card}?tab=plan`);
  await page.getByRole("button", { name: "Планды түзүү" }).click();
  const change = page.getByRole("button", { name: "Өзгөртүү" });
  await expect(change.first()).toBeVisible();
  const measures = await change.count();
  for (let i = 0; i < measures; i++) {
    await change.nth(i).click();
    const field = page.locator('[id^="m-"][id$="-responsibleId"]');
    await field.fill("Токтосунова");
    await page.getByRole("option", { name: /Токтосунова/ }).first().click();
    const stored = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
    await page.locator("form").filter({ has: field }).getByRole("button", { name: "Сактоо" }).click();
    await stored;
    await expect(field).toHaveCount(0);
  }
  await page.locator('[id="family-family"]').getByLabel("Макул", { exact: true }).check();
  for (const reason of await page.locator('[id^="family-needReasons"]').all()) await reason.fill("Азыр чара керек эмес");
  const family = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
  await page.locator("form").filter({ has: page.locator('[id="family-family"]') }).getByRole("button", { name: "Сактоо" }).click();
  await family;
  await page.getByRole("button", { name: "Бекитүүгө жөнөтүү" }).click();
  await expect(page.getByText("Бекитүүдө").first()).toBeVisible();

  // the territorial unit approves
  const unit = await as(browser, "unit.aksuu");
  await goTo(unit, `${card}?tab=plan`);
  await unit.locator('[id="decide-approve"]').getByLabel("Бекитүү").check();
  await unit.getByRole("button", { name: "Чечимди сактоо" }).click();
  await expect(unit.getByText("Аткарылууда").first()).toBeVisible();

  // a measure is reported with its file in one save: missing fields are reported, and the chosen file is kept
  await goTo(page, "/my-measures");
  await page.getByRole("button", { name: "Отчет берүү" }).first().click();
  await fill(page, "report-result", "Үй-бүлөгө бардык.");
  await page.locator("#report-content").setInputFiles({ name: "акт.png", mimeType: "image/png", buffer: png });
  const report = page.locator("form").filter({ has: page.locator("#report-result") });
  await report.getByRole("button", { name: "Сактоо" }).click();
  await expect(page.locator("#report-title")).toHaveAttribute("aria-invalid", "true");
  await fill(page, "report-title", "Барган күнкү акт");
  await report.getByRole("button", { name: "Сактоо" }).click();
  await expect(report).toHaveCount(0);
  const finished = (await (await page.request.get("/api/plans/my-measures?done=true&size=100")).json()) as { items: { files: { title: string }[] }[] };
  expect(finished.items.flatMap((m) => m.files.map((f) => f.title))).toContain("Барган күнкү акт");

  // a change of [20] is registered and entered by its section
  await goTo(page, `${card}?tab=changes`);
  await choose(page, "change-kind", /20\.7/);
  await fill(page, "change-happenedOn", day());
  await fill(page, "change-what", "Үй сатылды");
  await page.getByRole("button", { name: "Өзгөрүү жөнүндө билдим" }).click();
  await page.getByRole("button", { name: "Бөлүмдү ачуу" }).first().click();
  await page.locator("#housingAssigned").getByLabel("Жок").check();
  await page.locator("#hasOther").getByLabel("Жок").check();
  await page.getByLabel(/Үй сатылды/).check();
  const entered = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.ok());
  await page.getByRole("button", { name: "Сактоо" }).click();
  await entered;
  await page.goto(`${card}?tab=changes`);
  await expect(page.getByText(`${day()} киргизилди`)).toBeVisible();

  // a monitoring visit [13b.4]
  await goTo(page, `${card}?tab=monitoring`);
  const visit = page.locator("form").filter({ has: page.locator('[id^="v-"][id$="-on"]') }).first();
  if ((await visit.count()) === 0) await page.getByRole("button", { name: "Барууну жазуу" }).first().click();
  await visit.locator('[id$="-on"]').fill(day());
  await visit.locator('[id$="-place"]').fill("Үйүндө");
  await visit.locator('[id$="-seen"]').fill("Бала, энеси");
  await visit.getByRole("radio").first().check();
  await visit.locator('textarea[id*="-findings"]').first().fill("Коопсуз");
  await visit.locator('[id$="-nextStep"]').fill("Бир айдан кийин");
  const made = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  await visit.getByRole("button", { name: "Барууну жазуу" }).click();
  await made;

  // the exit is requested, the unit consents [11.5, 20.9]
  await goTo(page, `${card}?tab=exit`);
  await choose(page, "closing-ending", "Оор турмуштук кырдаалдан чыкты");
  await fill(page, "closing-reason", "Апасы кайтып келди.");
  await fill(page, "closing-inSpiteOf", "Калган чаралар мектепте улантылат.");
  await page.getByRole("button", { name: "Макулдукка жөнөтүү" }).click();
  await expect(page.getByRole("button", { name: "Макулдукка жөнөтүү" })).toHaveCount(0);
  await goTo(unit, `${card}?tab=exit`);
  await unit.getByLabel("Макулмун").check();
  await unit.locator('textarea[id$="-remarks"]').first().fill("Макулмун");
  await unit.getByRole("button", { name: "Чечимди сактоо" }).click();
  await expect(async () => {
    await page.goto(card);
    await expect(page.getByText("Иш жабык").first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test("A case that needs no assessment is stopped only with consent, and the data stay", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const card = await newChild(page, "Токтотулова", 0);
  await goTo(page, `${card}?tab=exit`);
  await choose(page, "closing-ending", "Баалоо же план керек эмес");
  await fill(page, "closing-reason", "Маалымат тастыкталган жок.");
  await page.getByRole("button", { name: "Макулдукка жөнөтүү" }).click();
  await expect(page.getByRole("button", { name: "Макулдукка жөнөтүү" })).toHaveCount(0);
  await goTo(page, card);
  await expect(page.getByText("Иш жабык")).toHaveCount(0);

  const unit = await as(browser, "unit.aksuu");
  await goTo(unit, "/notices");
  await expect(unit.getByText(/ишти аяктоого макулдук суралды/).first()).toBeVisible();
  await goTo(unit, `${card}?tab=exit`);
  await unit.getByLabel("Макулмун").check();
  await unit.locator('textarea[id$="-remarks"]').first().fill("Макулмун");
  await unit.getByRole("button", { name: "Чечимди сактоо" }).click();
  await expect(async () => {
    await page.goto(card);
    await expect(page.getByText("Иш жабык").first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "Токтотулова Айжан" })).toBeVisible();
});
