import { expect, it } from "vitest";
import { plainText, plainTexts } from "./plainText";

it("drops what cannot be seen and keeps all that can", () => {
  expect(plainText("\u200e+996 555 \u202a12\u202c 34\u0000\ufffe")).toBe("+996 555 12 34");
  expect(plainText("Үй\tбүлө\n«Ң» 👧 é")).toBe("Үй\tбүлө\n«Ң» 👧 é");
  expect(plainText("a\ud800b")).toBe("ab");
  expect(JSON.stringify({ child: { name: "А\u200fй" }, list: ["\u0007x"], count: 2 }, plainTexts)).toBe(
    '{"child":{"name":"Ай"},"list":["x"],"count":2}',
  );
});
