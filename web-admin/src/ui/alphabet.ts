/**
 * The display order of names: the Kyrgyz alphabet, which contains the Russian one in its order, then Latin letters; the same order as the server's lists. No
 * browser supports it: Chromium has no Kyrgyz.
 */
const letters = "аәбвгғдеёжҗзийікқлмнңоөпрстуүұўфхһцчшщъыьэюяabcdefghijklmnopqrstuvwxyz";
const places = new Map([...letters].map((letter, at) => [letter, String.fromCharCode(0x410 + at)]));
const plain = (letter: string) => letter.normalize("NFD").charAt(0);

/** Texts compare by their keys, code by code: without case, quotes and accents, № 5 before № 12. */
function keyOf(name: string) {
  const key = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\d+/g, (digits) => {
      const number = digits.replace(/^0+/, "");
      return `${Math.min(number.length, 9)}${number}`;
    })
    .replace(/[\s–—-]+/g, " ");
  return [...key]
    .map((c) => (c === " " || /\d/.test(c) ? c : (places.get(c) ?? places.get(plain(c)) ?? "")))
    .join("")
    .trim();
}

/** The items sorted by displayed name. */
export function inAlphabet<T>(items: readonly T[], name: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(name(item)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** The items sorted by displayed name, each followed by those inside it. */
export function treeInAlphabet<T extends { code: string; parent?: string | null }>(items: readonly T[], name: (item: T) => string): T[] {
  const codes = new Set(items.map((i) => i.code));
  const inside = new Map<string | null, T[]>();
  for (const item of inAlphabet(items, name)) {
    const parent = item.parent && codes.has(item.parent) ? item.parent : null;
    inside.set(parent, [...(inside.get(parent) ?? []), item]);
  }
  const under = (parent: string | null): T[] => (inside.get(parent) ?? []).flatMap((i) => [i, ...under(i.code)]);
  return under(null);
}
