import { expect, request, test } from "@playwright/test";
import { accessible, choose, confirmAct, fill, goTo, signIn, speak } from "./steps";

test("A system is registered and sends a signal as the guide says; a specialist finds it [12.2, 15.5]", async ({ page, baseURL }) => {
  await speak(page, "ky");
  await signIn(page, "admin");
  await goTo(page, "/clients/new");
  // submitted empty: each error is at its field
  await page.getByRole("button", { name: "Системаны каттоо" }).click();
  await expect(page.locator("#client-name")).toHaveAttribute("aria-invalid", "true");
  await fill(page, "client-name", "Мектептер системасы");
  await fill(page, "client-clientId", "schools-e2e");
  await choose(page, "client-bodyId", "Агартуу министрлиги");
  await fill(page, "client-validUntil", `31.12.${new Date().getFullYear() + 1}`);
  await accessible(page);
  await page.getByRole("button", { name: "Системаны каттоо" }).click();
  const secret = (await page.getByTestId("secret").textContent())!;
  expect(secret).toMatch(/^[0-9a-f]{64}$/);

  const api = await request.newContext({ baseURL });
  const token = await api.post("/connect/token", {
    form: { grant_type: "client_credentials", client_id: "schools-e2e", client_secret: secret },
  });
  const { access_token } = await token.json();
  const sent = await api.post("/api/v1/signals", {
    headers: { Authorization: `Bearer ${access_token}`, "Idempotency-Key": crypto.randomUUID() },
    data: {
      channel: "school",
      urgency: "ordinary",
      foundOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      territory: "41702205000000",
      account: "Үч күндөн бери мектепке келбейт.",
      child: { surname: "Интеграторова", name: "Айпери" },
    },
  });
  expect(sent.status(), await sent.text()).toBe(201);
  const { id } = await sent.json();

  await page.context().clearCookies();
  await signIn(page, "holder.aksuu");
  await goTo(page, `/signals/${id}`);
  await expect(page.getByText("Интеграторова").first()).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "admin");
  await goTo(page, "/clients");
  await page.getByText("Мектептер системасы").click();
  await page.getByRole("button", { name: "Укукту токтотуу" }).click();
  await confirmAct(page);
  await expect(page.getByText("Токтотулган")).toBeVisible();
  const after = await api.get(`/api/v1/signals/${id}`, { headers: { Authorization: `Bearer ${access_token}` } });
  expect(after.status()).toBe(401);
});
