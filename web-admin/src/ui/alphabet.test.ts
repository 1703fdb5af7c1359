import { expect, it } from "vitest";
import { inAlphabet, treeInAlphabet } from "./alphabet";

const same = (text: string) => text;

it("puts Ё, Ң, Ө and Ү in their places, whatever the case, quotes and hyphens", () => {
  const ordered = [
    "№ 5 мектеп",
    "№ 12 мектеп",
    "Абай",
    "Ак Суу",
    "ак-талаа",
    "Евгеньев",
    "Ёлкин",
    "Жумабаев",
    "Ноокат",
    "Нурлан",
    "Ңачар",
    "Ош",
    "«Өзгөн»",
    "Панфилов",
    "Узген",
    "Үмүт",
    "Фрунзе",
    "Ысык-Көл",
    "Эркин",
    "Яковлев",
    "Baitik",
    "Çolpon",
  ];
  expect(inAlphabet([...ordered].reverse(), same)).toEqual(ordered);
});

it("keeps those inside a territory under it", () => {
  const territories = [
    { code: "1", parent: null, name: "Өзгөн" },
    { code: "2", parent: null, name: "Ош" },
    { code: "11", parent: "1", name: "Ү" },
    { code: "12", parent: "1", name: "У" },
    { code: "21", parent: "2", name: "Я" },
    { code: "91", parent: "9", name: "Алай" },
  ];
  expect(treeInAlphabet(territories, (t) => t.name).map((t) => t.name)).toEqual(["Алай", "Ош", "Я", "Өзгөн", "У", "Ү"]);
});
