import { expect, request, test } from "@playwright/test";
import { accessible, choose, fill, goTo, signIn, speak } from "./steps";

test("A disclosure is asked for, granted by a second person and handed over; the journal says who saw the child [27, 28]", async ({ page }) => {
  await speak(page, "ky");
  await signIn(page, "holder.aksuu");
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  const child = plans.items[0].childId as string;
  await goTo(page, `/children/${child}?tab=people`);
  await page.getByRole("link", { name: "Суроону каттоо" }).click();
  // submitted empty: each error is at its field
  await page.getByRole("button", { name: "Суроону каттоо" }).click();
  await expect(page.locator("#disclosure-askedBy")).toHaveAttribute("aria-invalid", "true");
  await fill(page, "disclosure-askedBy", "Ак-Суу райондук соту");
  await fill(page, "disclosure-ground", "ГПК, 92-берене");
  await fill(page, "disclosure-document", "№ 12, 20.11.2026");
  await fill(page, "disclosure-purpose", "Камкордук иши");
  await choose(page, "disclosure-wanted", "Карта жана баштапкы маалымат");
  await page.keyboard.press("Escape");
  await accessible(page);
  await page.getByRole("button", { name: "Суроону каттоо" }).click();
  await expect(page.getByText("Чечим күтүлүүдө")).toBeVisible();
  await expect(page.getByRole("button", { name: "Берүүгө уруксат" })).toHaveCount(0);
  const address = new URL(page.url()).pathname;

  await page.context().clearCookies();
  await signIn(page, "unit.aksuu");
  await page.goto(address);
  await page.getByRole("button", { name: "Берүүгө уруксат" }).click();
  await expect(page.getByText("SHA-256")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Документ (PDF)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^D-.*\.pdf$/);
  await fill(page, "give-to", "Сот катчысы");
  await page.getByRole("button", { name: "Берилгенин жазуу" }).click();
  await expect(page.getByText("Сот катчысы")).toBeVisible();
  await accessible(page);

  await page.context().clearCookies();
  await signIn(page, "ministry");
  await goTo(page, `/children/${child}?tab=people`);
  await page.getByRole("link", { name: "Бул баланы ким көргөн" }).click();
  await expect(page.getByText(/unit\.aksuu/).first()).toBeVisible();
  const visit = page.locator("details").filter({ hasText: "Берилген маалыматты жүктөө" }).first();
  await visit.locator("summary").click();
  await expect(visit.getByText("Берилген маалыматты жүктөө").first()).toBeVisible();
  await accessible(page);
});

test("A granted disclosure is given to another system, which reads it over the API [27, 12.2]", async ({ page, baseURL }) => {
  const by = (login: string) => async () => {
    await page.context().clearCookies();
    await signIn(page, login);
  };
  const post = async (path: string, data: object, version?: string) => {
    const answer = await page.request.post(path, {
      data,
      headers: { "Idempotency-Key": crypto.randomUUID(), ...(version ? { "If-Match": version } : {}) },
    });
    expect(answer.ok(), await answer.text()).toBeTruthy();
    return answer.status() === 204 ? {} : answer.json();
  };
  await speak(page, "ru");
  await by("admin")();
  const bodies = await (await page.request.get("/api/access/bodies")).json();
  const { secret } = await post("/api/access/clients", {
    clientId: "court-e2e",
    client: {
      name: "Судебная система",
      bodyId: bodies.items[0].id,
      scopes: ["disclosures"],
      validFrom: "2026-01-01",
      validUntil: `${new Date().getFullYear() + 1}-12-31`,
      addresses: [],
      perMinute: 60,
    },
  });
  // another person confirms read access to children
  await by("ministry")();
  await goTo(page, "/accounts");
  await page.getByTestId("waiting-court-e2e").getByRole("button", { name: "Подтвердить" }).click();
  await expect(page.getByTestId("waiting-court-e2e")).toHaveCount(0);
  await by("holder.aksuu")();
  const plans = await (await page.request.get("/api/plans?status=in-force&size=1")).json();
  const asked = await post(`/api/integration/disclosures/of-child/${plans.items[0].childId}`, {
    asker: "state-body",
    askedBy: "Аксуйский районный суд",
    ground: "ГПК, статья 92",
    document: "№ 14",
    purpose: "Дело об опеке",
    askedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    wanted: ["card"],
  });
  await by("unit.aksuu")();
  const path = `/api/integration/disclosures/${asked.id}`;
  await post(`${path}/decide`, { grant: ["card"], language: "ru" }, (await page.request.get(path)).headers()["etag"]);

  await page.setViewportSize({ width: 390, height: 800 });
  await goTo(page, `/disclosures/${asked.id}`);
  await choose(page, "give-as", "Другая система читает через API");
  await page.getByRole("button", { name: "Записать выдачу" }).click();
  await expect(page.locator("#give-systemId")).toHaveAttribute("aria-invalid", "true");
  await choose(page, "give-systemId", /^Судебная система/);
  await accessible(page);
  if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/give-system.png`, fullPage: true });
  await page.getByRole("button", { name: "Записать выдачу" }).click();
  await expect(page.getByText("Система может прочитать")).toBeVisible();

  const api = await request.newContext({ baseURL });
  const form = { grant_type: "client_credentials", client_id: "court-e2e", client_secret: secret };
  const { access_token } = await (await api.post("/connect/token", { form })).json();
  const headers = { Authorization: `Bearer ${access_token}` };
  const list = await (await api.get("/api/v1/disclosures", { headers })).json();
  expect(list.items.map((i: { id: string }) => i.id)).toEqual([asked.id]);
  const read = await api.get(`/api/v1/disclosures/${asked.id}`, { headers });
  expect(read.status()).toBe(200);
  expect((await read.json()).sections.length).toBeGreaterThan(0);

  await page.reload();
  await expect(page.getByText("Система прочитала")).toBeVisible();
  await accessible(page);
  if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/given-system.png`, fullPage: true });
});

test("Nobody of 28 is entered, and the night's job purges nobody whose purge was not announced 90 days before [25.2]", async ({ page }) => {
  await speak(page, "ru");
  await signIn(page, "holder.aksuu");
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const refused = await page.request.post("/api/children/signals", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: {
      source: "report-received",
      channel: "school",
      urgency: "ordinary",
      foundOn: yesterday,
      receivedOn: yesterday,
      territory: "41702205000000",
      account: "x",
      reporter: { anonymous: true },
      child: { surname: "Чоңоева", name: "Айжан", sex: "female", birthDate: "1991-01-01" },
    },
  });
  expect(refused.status()).toBe(400);
  expect((await refused.json()).errors.map((e: { code: string }) => e.code)).toContain("child.too-old");

  await page.context().clearCookies();
  await signIn(page, "admin");
  const run = await page.request.post("/api/access/jobs/children.purge-at-28/run", { data: {} });
  expect(run.ok(), await run.text()).toBeTruthy();
  await goTo(page, "/purges");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^U-/)).toHaveCount(0);
  await accessible(page);
});
