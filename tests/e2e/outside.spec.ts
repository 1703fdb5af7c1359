import { expect, test } from "@playwright/test";
import { startProvider } from "./provider";
import { accessible, signIn, speak } from "./steps";

// [14.5, 15.2] the state's identity provider says who the person is; the Base's account says whether they are admitted
test("A specialist comes by the state's identity provider and leaves at both sides", async ({ page, browser }) => {
  const admin = await browser.newPage();
  await signIn(admin, "admin");
  const account = await (await admin.request.get("/api/access/accounts?search=holder.aksuu")).json();
  const one = await (await admin.request.get(`/api/access/accounts/${account.items[0].id}`)).json();
  const { specialist } = await (await admin.request.get(`/api/access/specialists/${one.specialistId}`)).json();
  await admin.close();

  const provider = await startProvider(specialist.pin);
  try {
    await speak(page, "ky");
    await page.goto("/");
    const way = page.getByRole("link", { name: "Бирдиктүү идентификация системасы (ЕСИ) аркылуу кирүү" });
    await expect(way).toBeVisible();
    await accessible(page);
    if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/outside-ky.png` });

    await way.click();
    await page.locator("#cancel").click();
    await expect(page.getByText("Тышкы системада кирүү токтотулду.")).toBeVisible();
    await accessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/outside-cancelled-ky.png` });
    await page.setViewportSize({ width: 1280, height: 800 });

    await page.getByRole("link", { name: /ЕСИ/ }).click();
    await page.locator("#enter").click();
    await expect(page.locator("main#main")).toBeVisible();
    await page.goto("/me");
    await expect(page.getByText("holder.aksuu", { exact: true })).toBeVisible();

    await page.getByRole("button", { name: "Чыгуу" }).click();
    await expect(page.locator("#login")).toBeVisible();
    expect(provider.ended()?.split(".")).toHaveLength(3);
    expect((await page.request.get("/api/access/me")).status()).toBe(401);
  } finally {
    provider.server.close();
  }
});
