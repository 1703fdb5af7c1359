import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { accessible, fill, signIn, signOut, speak } from "./steps";

test("Filters are kept as a view, opened with one click and forgotten after a second question", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.goto("/work?due=late&clause=19.2");
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.getByRole("button", { name: "Көрүнүштөр" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Сактоо" }).click();
  await expect(dialog.locator("#view-name")).toHaveAttribute("aria-invalid", "true");
  await fill(page, "view-name", "Кечиккен кабарлар");
  await dialog.getByRole("button", { name: "Сактоо" }).click();
  await expect(dialog.getByText("Кечиккен кабарлар")).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await accessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto("/work");
  await page.getByRole("button", { name: "Көрүнүштөр" }).click();
  await dialog.getByText("Кечиккен кабарлар").click();
  await expect(page).toHaveURL(/due=late&clause=19.2/);
  await page.getByRole("button", { name: "Көрүнүштөр" }).click();
  await dialog.getByRole("button", { name: "«Кечиккен кабарлар» көрүнүшүн өчүрүү" }).click();
  await expect(dialog.getByText("Кечиккен кабарлар")).toBeVisible();
  await dialog.getByRole("button", { name: "Өчүрүү", exact: true }).click();
  await expect(dialog.getByText("Сакталган көрүнүш жок", { exact: false })).toBeVisible();
});

test("The work list is taken as a file with its filters", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "holder.aksuu");
  await page.goto("/work?clause=19.2");
  const rows = page.locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  for (const format of ["xlsx", "csv"]) {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: format.toUpperCase() }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`Моя работа.${format}`);
    const content = await file.createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()));
    if (format === "csv") {
      expect(content.toString("utf8")).toContain("Осталось рабочих дней");
      expect(content.toString("utf8").trim().split("\r\n").slice(1).every((line) => line.includes("[19.2]"))).toBe(true);
    } else expect(content.subarray(0, 2).toString()).toBe("PK");
  }
});

test("Before the work list shows, at most 250 kB come over the line", async ({ page, context }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const fresh = await context.newPage();
  const sizes = new Map<string, Promise<number>>();
  fresh.on("response", (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname))
      sizes.set(response.url(), response.body().then((body) => gzipSync(body).length));
  });
  await fresh.goto("/work", { waitUntil: "commit" });
  await expect(fresh.locator("tbody tr").first()).toBeVisible();
  // the page names what it cannot render without; the texts of other screens and the notifier load in parallel
  const html = await (await fresh.request.get("/work")).text();
  const loaded = await Promise.all([...sizes].map(async ([url, size]) => ({ url, size: await size })));
  const words = loaded.filter(({ url }) => /\/ky-[^/]+$/.test(url)).sort((a, b) => a.size - b.size);
  expect(words).toHaveLength(2);
  const needed = [...loaded.filter(({ url }) => html.includes(new URL(url).pathname)), words[0]!];
  const total = needed.reduce((sum, { size }) => sum + size, 0);
  console.log(`first load: ${(total / 1000).toFixed(0)} kB gzip in ${needed.length} files`);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThan(250_000);
});

test("An address that leads nowhere says so and shows the way home", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.goto("/nowhere");
  await expect(page.getByRole("heading", { name: "Мындай бет жок" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Башкы бетке" }).click();
  await expect(page.getByRole("heading", { name: "Менин ишим" })).toBeVisible();
  await page.getByRole("button", { name: "Бул барак боюнча жардам" }).click();
  await page.getByRole("button", { name: "Кыска таанышуу" }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Базага кош келиңиз" })).toBeVisible();
});

test("A screen that cannot be loaded says what to do, and what was typed elsewhere stays", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.route(/\/assets\/SignalList-.*\.js$/, (route) => route.abort());
  await page.goto("/work");
  await page.getByRole("link", { name: "Сигналдар" }).click();
  const again = page.getByRole("button", { name: "Кайра аракет кылуу" });
  await expect(again).toBeVisible();
  await accessible(page);
  // navigation is open: another screen, or the same one again
  await page.unroute(/\/assets\/SignalList-.*\.js$/);
  await again.click();
  await expect(page.getByRole("heading", { name: "Сигналдар" })).toBeVisible();
});

// ASVS 14.3.1
test("After signing out, back shows the sign-in and no child", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  await page.goto("/children");
  await expect(page.locator("h1")).toBeVisible();
  const name = await page.locator("header, main").first().innerText();
  expect(name.length).toBeGreaterThan(0);
  await signOut(page);
  for (let i = 0; i < 3; i++) {
    await page.goBack();
    await expect(page.locator("#login")).toBeVisible();
    await expect(page.locator("main#main")).toHaveCount(0);
  }
});
