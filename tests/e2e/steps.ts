import axe from "axe-core";
import { expect, type Page } from "@playwright/test";

export const demoPassword = "kyzyl-alma-2026-demo";

const languages = { ky: "Кыргызча", ru: "Русский", en: "English" };
type Language = keyof typeof languages;

/** Each language and width once; `REGISTRY_LONG=1` tries all four combinations. */
export const views: ["ky" | "ru", number][] = process.env.REGISTRY_LONG
  ? [["ky", 1280], ["ky", 390], ["ru", 1280], ["ru", 390]]
  : [["ky", 1280], ["ru", 390]];

// the language last set for a page; used for the next user until they have signed in
const spoken = new WeakMap<Page, { language: Language; isNew: boolean }>();

/** In the language of the test, Kyrgyz unless it has chosen one: the account itself keeps its last choice. */
export async function signIn(page: Page, login: string, password = demoPassword) {
  const last = spoken.get(page);
  if (!last?.isNew) await speak(page, last?.language ?? "ky");
  spoken.get(page)!.isNew = false;
  await signInAsItSpeaks(page, login, password);
}

/** In the language of the account. */
export async function signInAsItSpeaks(page: Page, login: string, password = demoPassword) {
  if (!(await page.locator("#login").isVisible())) await page.goto("/");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("button[type=submit]").click();
  await expect(page.locator("main#main")).toBeVisible();
}

/** Opens the first page and chooses the language there, as a reader would: it becomes the account's. */
export async function speak(page: Page, language: Language, door = "/") {
  spoken.set(page, { language, isNew: true });
  await page.goto(door);
  const choice = page.getByRole("combobox").filter({ hasText: new RegExp(Object.values(languages).join("|")) });
  await expect(choice).toBeVisible();
  // the current choice cannot be chosen again
  const shown = (await choice.innerText()).trim() === languages[language];
  for (const next of shown ? [language === "en" ? "ky" : "en", language] as const : [language]) {
    const option = page.getByRole("option", { name: languages[next] });
    // a page on its way to the sign-in closes what was opened on it and forgets what was chosen
    await expect(async () => {
      if ((await page.locator("html").getAttribute("lang")) === next) return;
      if (!(await option.isVisible())) await choice.click({ timeout: 2_000 });
      await option.click({ timeout: 2_000 });
      await expect(page.locator("html")).toHaveAttribute("lang", next, { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  }
}

export async function signOut(page: Page) {
  await page.goto("/me");
  await page.getByRole("button", { name: "Чыгуу" }).click();
  await expect(page.locator("#login")).toBeVisible();
}

const waiting = new WeakMap<Page, { requests: number }>();

/** Goes to another screen of the loaded app, as its links do, and waits until everything that the screen requests is there; opens the app if necessary. */
export async function goTo(page: Page, path: string) {
  let line = waiting.get(page);
  if (!line) {
    const counted = (line = { requests: 0 });
    waiting.set(page, counted);
    page.on("request", () => counted.requests++);
    for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", () => counted.requests--);
  }
  const here = page.url();
  const isElsewhere = new URL(path, here === "about:blank" ? "http://nowhere" : here).pathname !== new URL(here).pathname;
  if (isElsewhere && (await page.locator("main#main").isVisible()))
    await page.evaluate((to) => {
      history.pushState({}, "", to);
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    }, path);
  else await page.goto(path);
  await settled(page);
  // on a busy machine the app may still have been on its way home from the sign-in, which undoes the first step
  if (isElsewhere && here !== "about:blank" && new URL(page.url()).pathname === new URL(here).pathname) await page.goto(path);
}

/** No requests were sent during the last moments, and none is in flight. */
export async function settled(page: Page) {
  const line = waiting.get(page)!;
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 400; tries++) {
    await page.evaluate(() => new Promise((go) => setTimeout(() => requestAnimationFrame(go), 50)));
    quiet = line.requests <= 0 ? quiet + 1 : 0;
  }
}

/** Chooses from a MUI select or autocomplete by the id of its field. */
export async function choose(page: Page, id: string, option: string | RegExp) {
  const field = page.locator(`[id="${id}"]`);
  await field.click();
  if ((await field.evaluate((e) => e.tagName)) === "INPUT" && typeof option === "string") await field.fill(option);
  await page.getByRole("option", { name: option }).first().click();
}

export const fill = (page: Page, id: string, value: string) => page.locator(`[id="${id}"]`).fill(value);

export const submit = (page: Page) => page.locator("form button[type=submit]").first().click();

/** Types the name that the dialog of a far-reaching act requires, and confirms. */
export async function confirmAct(page: Page) {
  const dialog = page.getByRole("dialog");
  const asks = await dialog.locator("label[for='confirmation-confirm']").innerText();
  await dialog.locator("#confirmation-confirm").fill(asks.slice(asks.indexOf(":") + 1).trim());
  await dialog.locator("button[type=submit]").click();
  await expect(dialog).toHaveCount(0);
}

/** No accessibility violations on the current screen: a toast that is fading in or out is half transparent, so the screen holds still. */
export async function accessible(page: Page, options: { colours?: boolean } = {}) {
  await expect(page.locator('[role="progressbar"]:not([aria-valuenow])')).toHaveCount(0);
  // once for each load of the page
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (colours) => {
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important }");
    document.adoptedStyleSheets.push(still);
    const { violations } = await (window as unknown as { axe: typeof import("axe-core") }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"],
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: colours } },
    });
    document.adoptedStyleSheets.pop();
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
  }, options.colours ?? true);
  expect(violations).toEqual([]);
}

/** dd.MM.yyyy of today in Bishkek, moved by days. */
export function day(move = 0) {
  const at = new Date(Date.now() + 6 * 3_600_000 + move * 86_400_000).toISOString();
  return `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)}`;
}

// 1 × 1 pixel
export const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

/** Nothing is wider than the screen, on a desktop and on a phone; REGISTRY_E2E_SHOTS names a folder for screenshots. */
export async function fits(page: Page, name: string) {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width);
    if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
