import { expect, test } from "@playwright/test";
import { accessible, choose, day, fill, fits, goTo, signIn, speak, submit } from "./steps";

const words = {
  ky: { found: "Адис өзү тапты", channel: "Адистин баруусу", sex: "кыз", process: "Карточка ачуу же балага байлоо", open: "Карточка ачуу", correct: "Сигналды оңдоо", moved: "Күн оңдолгондуктан жылды", corrections: "Оңдоолор" },
  ru: { found: "Выявил специалист", channel: "Выезд специалиста", sex: "девочка", process: "Открыть карточку или связать с ребёнком", open: "Открыть карточку", correct: "Исправить сигнал", moved: "Сдвинут из-за исправленного дня", corrections: "Исправления" },
};

/** Clauses 19.2, 19.3: the day found is one fact; corrected in the signal, the clocks of the case follow it. */
for (const [language, name] of [["ky", "Айсулуу"], ["ru", "Бермет"]] as const)
  test(`A corrected day found moves the clocks of the case and says why (${language})`, async ({ page }) => {
    const say = words[language];
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    await goTo(page, "/signals/new");
    await page.getByLabel(say.found).check();
    await fill(page, "foundOn", day());
    await choose(page, "channel", say.channel);
    await fill(page, "account", "Үйүндө жалгыз, тамак жок.");
    await fill(page, "child.surname", "Оңдоева");
    await fill(page, "child.name", name);
    await choose(page, "child.sex", say.sex);
    await fill(page, "child.birthDate", "11.03.2017");
    await submit(page);
    await page.getByRole("button", { name: say.process }).click();
    const signal = page.url();
    await page.locator('[id="identity.noPatronymic"]').check();
    await fill(page, "identity.citizenship", "Кыргыз Республикасы");
    await page.getByRole("button", { name: say.open, exact: true }).click();
    await expect(page.getByRole("heading", { name: `Оңдоева ${name}` })).toBeVisible();
    const assess = page.locator('[data-step="assess"]');
    const due = await assess.innerText();

    // found eight days before: without a reason it is not saved, and nothing typed is lost
    await goTo(page, signal);
    await page.getByRole("button", { name: say.correct }).click();
    await fill(page, "correct-foundOn", day(-8));
    await submit(page);
    const reason = page.locator('[id="correct-reason"]');
    await expect(reason).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator('[id="correct-foundOn"]')).toHaveValue(day(-8));
    await accessible(page);
    await fits(page, `correct-${language}`);
    await reason.fill("Күндү кагаздан туура эмес көчүрдүм");
    await submit(page);
    await expect(page.getByRole("heading", { name: say.corrections })).toBeVisible();
    await expect(page.getByRole("paragraph").filter({ hasText: "Күндү кагаздан туура эмес көчүрдүм" })).toBeVisible();
    await expect(page.locator("main")).toContainText(`${day()} → ${day(-8)}`);
    await expect(page.locator("main")).not.toContainText(/\b\d{4}-\d{2}-\d{2}\b/);
    await accessible(page);
    await fits(page, `corrected-${language}`);

    // the case follows, and says so
    await page.locator('main a[href^="/children/"]').first().click();
    await expect(page.getByRole("heading", { name: `Оңдоева ${name}` })).toBeVisible();
    await expect(assess).not.toHaveText(due);
    await expect(page.getByText(say.moved).first()).toBeVisible();
  });
