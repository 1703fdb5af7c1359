import { expect, test } from "vitest";
import { speak } from "./speak";

test.each([
  ["ru", 1, "1 ребёнок"],
  ["ru", 21, "21 ребёнок"],
  ["ru", 3, "3 ребёнка"],
  ["ru", 11, "11 детей"],
  ["ru", 0, "0 детей"],
  ["ru", 1.5, "1.5 детей"],
])("In %s %d takes its form", (locale, smart_count, said) =>
  expect(
    speak(locale, { children: "%{smart_count} ребёнок |||| %{smart_count} ребёнка |||| %{smart_count} детей" }, "children", {
      smart_count,
    }),
  ).toBe(said),
);

test("English has two forms, and a text with one form says it for every number", () => {
  const texts = { days: "%{smart_count} day |||| %{smart_count} days", children: "%{smart_count} бала" };
  expect(speak("en", texts, "days", { smart_count: 1 })).toBe("1 day");
  expect(speak("en", texts, "days", { smart_count: 0 })).toBe("0 days");
  expect(speak("ky", texts, "children", { smart_count: 7 })).toBe("7 бала");
});

test("Values are put in as they are, however they look, and what is not given stays", () =>
  expect(speak("ky", { x: "%{a} жана %{b}, %{c}" }, "x", { a: "$&", b: 0 })).toBe("$& жана 0, %{c}"));

test("A missing text is its default or its key, never a part of an object", () => {
  expect(speak("ky", {}, "further.code", { _: "code" })).toBe("code");
  expect(speak("ky", {}, "further.code")).toBe("further.code");
});
