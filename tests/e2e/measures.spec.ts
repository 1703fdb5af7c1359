import { expect, test } from "@playwright/test";
import { accessible, fill, goTo, png, signIn, speak } from "./steps";

const words = {
  ky: { report: "Отчет берүү", save: "Сактоо", files: /^Файл кошуу|^Файлдар: /, finished: "Аяктагандар", attach: "Тиркөө" },
  ru: { report: "Отчитаться", save: "Сохранить", files: /^Добавить файл|^Файлы: /, finished: "Завершённые", attach: "Приложить" },
};

for (const [language, width] of [["ky", 1280], ["ru", 390]] as const) {
  const say = words[language];

  test(`A measure is reported with its file in one save, and a finished one takes another file (${language}, ${width} px) [13b.4]`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, "holder.aksuu");
    const title = language === "ky" ? "Барган күнкү акт" : "Акт посещения";
    await goTo(page, "/my-measures");
    await page.getByRole("button", { name: say.report }).first().click();
    await expect(page.locator("#report-result")).toBeInViewport();
    await fill(page, "report-result", "Үй-бүлөгө бардык.");
    await page.locator("#report-content").setInputFiles({ name: "акт.png", mimeType: "image/png", buffer: png });
    const report = page.locator("form").filter({ has: page.locator("#report-result") });
    await report.getByRole("button", { name: say.save }).click();
    await expect(page.locator("#report-title")).toHaveAttribute("aria-invalid", "true");
    await accessible(page);
    await fill(page, "report-title", title);
    await report.getByRole("button", { name: say.save }).click();
    await expect(report).toHaveCount(0);
    const finished = (await (await page.request.get("/api/plans/my-measures?done=true&size=100")).json()) as {
      items: { measure: { id: string }; number: string; files: { title: string }[] }[];
    };
    const measure = finished.items.find((m) => m.files.some((f) => f.title === title))!;
    expect(measure.files).toHaveLength(1);

    await page.locator("main").getByRole("combobox").first().click();
    await page.getByRole("option", { name: say.finished }).click();
    await page.getByRole("button", { name: say.files }).first().click();
    await expect(page.locator("#evidence-title")).toBeInViewport();
    await fill(page, "evidence-title", `${title} 2`);
    await page.locator("#evidence-content").setInputFiles({ name: "акт2.png", mimeType: "image/png", buffer: png });
    await page.getByRole("button", { name: say.attach, exact: true }).click();
    await expect(page.getByText(`${title} 2 · акт2.png`)).toBeVisible();
    await accessible(page);
  });
}
