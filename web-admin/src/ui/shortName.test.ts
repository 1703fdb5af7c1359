import { expect, test } from "vitest";
import { short } from "./ShortName";

test.each([
  ["Токтосунова Нургүл Бакытовна", "Токтосунова Н. Б."],
  ["Асанов Бакыт Эркин уулу", "Асанов Б. Э. у."],
  ["Өмүрбек", "Өмүрбек"],
  [" Иванова  Анна ", "Иванова А."],
])("%s is %s in a list", (name, shown) => expect(short(name)).toBe(shown));
