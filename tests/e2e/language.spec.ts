import { expect, test } from "@playwright/test";
import { accessible, signIn, signInAsItSpeaks, speak } from "./steps";

const words = {
  ky: { work: "Менин ишим", theme: "Жарык же караңгы түс" },
  ru: { work: "Моя работа", theme: "Светлая или тёмная тема" },
};
const login = "police.aksuu";

// [2] the language belongs to the account
for (const [language, width] of [["ru", 1280], ["ky", 390]] as const)
  test(`The language chosen at the sign-in stays after it, after a reload and in another browser (${language})`, async ({ page, browser }) => {
    await page.setViewportSize({ width, height: 800 });
    await speak(page, language);
    await signIn(page, login);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.reload();
    await expect(page.locator("main#main")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", language);

    const elsewhere = await (await browser.newContext()).newPage();
    await signInAsItSpeaks(elsewhere, login);
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", language);
    await expect(elsewhere.getByRole("heading", { level: 1 })).toBeVisible();
    await accessible(elsewhere);
  });

test("The language changed in the bar stays, and the next one at the same desk reads their own", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, login);
  await page.getByRole("combobox").filter({ hasText: "Кыргызча" }).click();
  await page.getByRole("option", { name: "Русский" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.reload();
  await expect(page.locator("main#main")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.getByRole("button", { name: "Выйти" }).click();
  await expect(page.locator("#login")).toBeVisible();

  await speak(page, "ky");
  await signIn(page, "institution");
  await expect(page.locator("html")).toHaveAttribute("lang", "ky");
  await page.getByRole("button", { name: "Чыгуу" }).click();
  await expect(page.locator("#login")).toBeVisible();
  await signInAsItSpeaks(page, login);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
});

for (const language of ["ky", "ru"] as const)
  test(`The theme follows the system until another one is chosen, and that one is kept (${language})`, async ({ page }) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).colorScheme);
    await page.emulateMedia({ colorScheme: "dark" });
    await speak(page, language);
    await signIn(page, "central");
    expect(await background()).toBe("dark");
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(background).toBe("light");
    await page.getByRole("button", { name: words[language].theme }).click();
    await expect.poll(background).toBe("dark");
    await page.reload();
    await expect(page.locator("main#main")).toBeVisible();
    expect(await background()).toBe("dark");
    await accessible(page);
  });

for (const width of [1280, 390])
  test(`Nothing typed is lost by changing the language (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    await page.locator("#login").fill(login);
    await page.locator("#password").fill("жарым");
    await page.getByRole("combobox").click();
    await page.getByRole("option", { name: "Русский" }).click();
    await expect(page.getByRole("button", { name: "Войти", exact: true })).toBeVisible();
    await expect(page.locator("#login")).toHaveValue(login);
    await expect(page.locator("#password")).toHaveValue("жарым");

    await speak(page, "ky");
    await signIn(page, "holder.alamudun");
    await page.goto("/children");
    await page.locator("#search").fill("Ыры");
    await page.getByRole("combobox").filter({ hasText: "Кыргызча" }).click();
    await page.getByRole("option", { name: "Русский" }).click();
    await expect(page.getByRole("button", { name: "Найти" })).toBeVisible();
    await expect(page.locator("#search")).toHaveValue("Ыры");
  });
