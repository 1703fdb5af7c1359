import { expect, test } from "vitest";
import { screens } from "./modules";
import { needAt, needOf, screenAt } from "./needs";

/** What opens without a sign-in, outside the frame. */
const open = ["/check", "/reference", "/reference/:id", "/sign-in"];

test("Every address has one screen, and it is found there", () => {
  const paths = screens.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(60);
  expect(new Set(paths).size).toBe(paths.length);
  // a similar pattern does not replace it
  for (const screen of screens) expect(screenAt(screen.path.replace(/:\w+/g, "018f")), screen.path).toBe(screen);
});

test("Every screen says which right it needs, save the few that need no sign-in", () => {
  expect(
    screens
      .filter((screen) => needOf(screen).length === 0)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(open);
});

test.each([
  ["/signals/new", "register-signals"],
  ["/signals/018f", "read-children"],
  ["/disclosures/new", "register-disclosures"],
  ["/purges/due/", "decide-purges"],
  ["/overview", "read-statistics"],
  ["/statistics/map", "read-statistics,manage-territories"],
  ["/nowhere", undefined],
])("%s needs %s", (address, need) => expect(needAt(address)?.join()).toBe(need));
