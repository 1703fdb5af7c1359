import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("a spreadsheet reads Cyrillic and no cell starts a formula", () => {
  expect(
    csvOf([
      ["Аймак", "a"],
      ["=1+1", 5],
      ['он, "жети"', null],
    ]),
  ).toBe('\uFEFFАймак,a\r\n\'=1+1,5\r\n"он, ""жети""",\r\n');
});
