import { expect, test } from "vitest";
import ky from "../../texts/ky.json";
import { formNamed, forms } from "./forms";

test("Every form in the list of unfinished ones has a name", () => {
  expect(Object.values(forms).filter((text) => !(text in ky))).toEqual([]);
  expect(formNamed("card.identity.018f")).toBe("card");
  expect(formNamed("register-signal.018f.w00000001")).toBe("register-signal");
  expect(formNamed("gone.018f")).toBeUndefined();
});
