import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { secondPort } from "./ports";
import { accessible, demoPassword, fill, speak, submit } from "./steps";

// a separate host with the requirements of Production
const port = secondPort;
const home = `http://localhost:${port}`;
let stop: () => void;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const host = spawn("dotnet", ["run", "--project", "../../src/Host", "--no-build", "--no-launch-profile"], {
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      ASPNETCORE_ENVIRONMENT: "Development",
      ASPNETCORE_URLS: home,
      Registry__Data: mkdtempSync(join(tmpdir(), "registry-factor-")),
      Registry__LogLevel: "Error",
      Registry__SignIn__SecondFactor: "true",
    },
  });
  stop = () => process.kill(-host.pid!);
  await expect(async () => expect((await fetch(`${home}/health/ready`)).status).toBe(200)).toPass({ timeout: 150_000 });
});
test.afterAll(() => stop());

/** The code of an authenticator app (RFC 6238) for the secret that the page shows. */
function codeOf(secret: string) {
  const bits = [...secret.replace(/\s/g, "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  return String((hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function looks(page: Page, name: string) {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
    if (process.env.REGISTRY_E2E_SHOTS) await page.screenshot({ path: `${process.env.REGISTRY_E2E_SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function atTheDoor(page: Page, login: string) {
  await page.goto(home);
  await fill(page, "login", login);
  await fill(page, "password", demoPassword);
  await submit(page);
}

// ASVS 6.2.7: fields are annotated for password managers, and nothing prevents pasting
test("The fields of the sign-in have names for password managers, and text is pasted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await speak(page, "ky", home);
  await page.goto(home);
  await expect(page.locator("#login")).toHaveAttribute("autocomplete", "username");
  await expect(page.locator("#password")).toHaveAttribute("autocomplete", "current-password");
  await page.evaluate(() => navigator.clipboard.writeText("kyzyl-alma-2026"));
  await page.locator("#password").focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.locator("#password")).toHaveValue("kyzyl-alma-2026");
  await atTheDoor(page, "police.aksuu");
  await expect(page.locator("#code")).toHaveAttribute("autocomplete", "one-time-code");
});

// [14.3] anyone who sees children has a second factor from the first sign-in on
for (const [language, login] of [["ky", "holder.aksuu"], ["ru", "ministry"]] as const)
  test(`An authenticator app is enrolled at the first sign-in, and a recovery code opens once (${language})`, async ({ page }) => {
    await speak(page, language, home);
    await atTheDoor(page, login);
    await expect(page.locator("#secret")).toBeVisible();
    await looks(page, `enrol-${language}`);
    await fill(page, "code", codeOf(await page.locator("#secret").innerText()));
    await submit(page);
    const codes = page.locator("ol > li");
    await expect(codes).toHaveCount(10);
    const recovery = await codes.first().innerText();
    await looks(page, `recovery-${language}`);
    await page.locator("main button").first().click();
    await expect(page.locator("main#main")).toBeVisible();

    await page.goto(`${home}/me`);
    await expect(page.locator("#recovery-password")).toBeVisible();
    await looks(page, `me-${language}`);
    await page.context().clearCookies();
    await atTheDoor(page, login);
    await expect(page.locator("#code")).toBeVisible();
    await looks(page, `code-${language}`);
    await fill(page, "code", recovery);
    await submit(page);
    await expect(page.locator("main#main")).toBeVisible();
  });

test("A passkey of the device takes the place of an app", async ({ page }) => {
  await speak(page, "ky", home);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await atTheDoor(page, "unit.aksuu");
  await page.getByRole("button", { name: "Ушул түзмөк менен" }).click();
  await expect(page.locator("ol > li")).toHaveCount(10);
  await page.getByRole("button", { name: "Сактадым, улантуу" }).click();
  await expect(page.locator("main#main")).toBeVisible();
  await page.context().clearCookies();
  await atTheDoor(page, "unit.aksuu");
  await page.getByRole("button", { name: "Түзмөк менен ырастоо" }).click();
  await expect(page.locator("main#main")).toBeVisible();
  await page.goto(`${home}/me`);
  await expect(page.getByRole("button", { name: "Өчүрүү" })).toHaveCount(1);
  await looks(page, "me-passkey-ky");
});

test("The administrator sees who has to wait after mistakes, and lifts it", async ({ page }) => {
  await speak(page, "ru", home);
  for (let i = 0; i < 6; i++)
    await page.request.post(`${home}/api/access/sign-in`, { data: { login: "central", password: "wrong" } });
  await atTheDoor(page, "admin");
  await fill(page, "code", codeOf(await page.locator("#secret").innerText()));
  await submit(page);
  await page.getByRole("button", { name: "Сохранено, продолжить" }).click();
  await expect(page.locator("main#main")).toBeVisible();
  await page.goto(`${home}/accounts/blocks`);
  await expect(page.getByRole("cell", { name: "central" })).toBeVisible();
  await looks(page, "blocks-ru");
  await page.getByRole("button", { name: "Снять" }).click();
  await expect(page.getByText("Блокировок нет")).toBeVisible();
  await looks(page, "blocks-empty-ru");
});
