import { expect, it } from "vitest";
import { showNumber } from "./numbers";

it("sets a gap between thousands", () => {
  expect([0, 999, 1000, 100000, 1234567].map(showNumber)).toEqual(["0", "999", "1\u202f000", "100\u202f000", "1\u202f234\u202f567"]);
});
