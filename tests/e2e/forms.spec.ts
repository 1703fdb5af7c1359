import { expect, test, type Page } from "@playwright/test";
import { choose, fill, signIn, speak, submit } from "./steps";

test("A wrong signal says at each field in Russian what is wrong and loses nothing typed", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "holder.aksuu");
  await page.goto("/signals/new");
  await page.getByLabel("Содержание сообщения").fill("Соседи слышали плач");
  await fill(page, "foundOn", "31.02.2026");
  await submit(page);
  await expect(page.locator("#foundOn-label ~ *").getByText("Введите дату в виде дд.мм.гггг.")).toBeVisible();
  await fill(page, "foundOn", "01.01.2099");
  await fill(page, "child.pin", "123");
  await submit(page);
  await expect(page.getByRole("alert").getByText("Дата выявления не может быть в будущем.")).toBeVisible();
  await expect(page.getByRole("alert").getByText("ПИН состоит из 14 цифр")).toBeVisible();
  await page.getByRole("alert").getByRole("link", { name: /Канал/ }).click();
  await expect(page.locator("#channel")).toBeFocused();
  await expect(page.getByLabel("Содержание сообщения")).toHaveValue("Соседи слышали плач");
  await expect(page.locator("#foundOn")).toHaveValue("01.01.2099");
});

test("What was typed survives a closed browser and a sign-out", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.goto("/signals/new");
  await page.getByLabel("Кабардын мазмуну").fill("Жарым жазылган кабар");
  await choose(page, "channel", "Мектеп");
  await expect(page.getByText(/Долбоор сакталды/)).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await speak(other, "ky");
  await signIn(other, "holder.aksuu");
  await other.getByRole("link", { name: /Улантуу: Сигналды каттоо/ }).first().click();
  await expect(other.getByLabel("Кабардын мазмуну")).toHaveValue("Жарым жазылган кабар");
  await expect(other.getByText(/калыбына келди/)).toBeVisible();
  await other.getByRole("button", { name: "Таштоо" }).click();
  await expect(other.getByLabel("Кабардын мазмуну")).toHaveValue("");
  // nothing personal stays in the browser
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("Жарым");
});

test("Two people on one section see each other's change as a conflict and nothing is overwritten", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.goto("/");
  await page.getByRole("row").filter({ hasText: "41702205-2026" }).filter({ hasNotText: "S-4" }).first().locator("[data-row-link]").click();
  await page.waitForURL(/children\//);
  const address = `${page.url().split("?")[0]}?section=residence`;
  const other = await (await browser.newContext()).newPage();
  await speak(other, "ky");
  await signIn(other, "holder.aksuu");
  for (const p of [page, other]) {
    await p.goto(address);
    await expect(p.locator("#livesWith")).toBeVisible();
  }
  await other.locator("#livesWith").fill("Таякеси");
  await other.getByRole("button", { name: "Сактоо" }).click();
  await expect(other.getByText("Сакталды", { exact: true }).first()).toBeVisible();
  await page.locator("#livesWith").fill("Чоң атасы");
  await page.getByRole("button", { name: "Сактоо" }).click();
  await expect(page.getByText(/сактады/)).toBeVisible();
  await expect(page.getByText("Таякеси → Чоң атасы")).toBeVisible();
  await expect(page.locator("#livesWith")).toHaveValue("Чоң атасы");
  await page.getByRole("button", { name: "Анын жазганын алуу" }).click();
  await expect(page.locator("#livesWith")).toHaveValue("Таякеси");
});

/** Clause 13b.3: an assessment is answered by the holder of the case, at two desks at once. */
test("Two people on one assessment settle what both answered, question by question, and nothing is overwritten", async ({ page, browser }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const work = await (await page.request.get("/api/children/work-list?size=100")).json();
  const child = (work.items as { step: string; childId: string }[]).find((row) => row.step === "assess")!.childId;
  // refused if someone has already started it
  await page.request.post(`/api/assessments/of-child/${child}`, { data: {}, headers: { "Idempotency-Key": crypto.randomUUID() } });
  const begun = await (await page.request.get(`/api/assessments/of-child/${child}`)).json();
  const { id } = (begun.items as { id: string; completedOn: string | null }[]).find((a) => !a.completedOn)!;
  const other = await (await browser.newContext({ locale: "ky" })).newPage();
  await speak(other, "ky");
  await signIn(other, "holder.aksuu");
  for (const p of [page, other]) {
    await p.goto(`/assessments/${id}`);
    await expect(p.getByRole("radiogroup").first()).toBeVisible();
  }
  // one question with three answers, so that both say something new, and one that no one else touches
  const groups = await page.getByRole("radiogroup").all();
  const counts = await Promise.all(groups.map((group) => group.locator("input").count()));
  const shared = counts.findIndex((count) => count >= 3);
  const own = counts.findIndex((_, i) => i !== shared);
  const free = await groups[shared]!.locator("input:not(:checked)").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  const answer = (p: Page, group: number, value: string) => p.getByRole("radiogroup").nth(group).locator(`input[value="${value}"]`);
  const ownAnswer = (await groups[own]!.locator("input:not(:checked)").first().getAttribute("value"))!;
  const saved = other.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await answer(other, shared, free[0]!).check();
  await saved;
  await answer(page, shared, free[1]!).check();
  await answer(page, own, ownAnswer).check();
  const settle = page.getByRole("button", { name: "Бириктирүү" });
  await expect(settle).toBeDisabled();
  await page.getByLabel(/^Меники: /).check();
  await settle.click();
  await expect(page.getByText(/^Сакталды/)).toBeVisible();
  await other.reload();
  await expect(answer(other, shared, free[1]!)).toBeChecked();
  await expect(answer(other, own, ownAnswer)).toBeChecked();
});
