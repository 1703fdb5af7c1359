import type { Option } from "./fields";

export type TerritoryOption = Option & {
  level: number;
  parent: string | null;
  /** Names of the place and of those containing it, in all languages, folded. */
  search: string;
};

const most = 50;

/** Kyrgyz letters by their substitutes on keyboards without them, and Ё. */
const plain: Record<string, string> = { "\u04a3": "\u043d", "\u04e9": "\u043e", "\u04af": "\u0443", "\u0451": "\u0435" };

export const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\u04a3\u04e9\u04af\u0451]/g, (letter) => plain[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ");

/**
 * What a list shows of many places. All typed words must match a place's name, the names above it or its code prefix; prefix matches come first. Nothing
 * typed: the topmost levels, and around the selected place its containing and contained places.
 */
export function findTerritories(options: readonly TerritoryOption[], typed: string, chosen: string | null) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const picked = options.find((o) => o.value === chosen);
  if (words.length === 0) {
    const top = Math.max(2, Math.min(...options.map((o) => o.level)));
    const shown = options.filter((o) => o.level <= top || o.value === chosen || o.parent === chosen || isAbove(options, picked, o));
    return { shown, more: 0 };
  }
  const found = options.filter((o) => words.every((word) => o.search.includes(word) || o.value.startsWith(word)));
  const begins = (o: TerritoryOption) => (fold(o.label).startsWith(words[0]!) ? 0 : 1);
  const shown = found.sort((a, b) => begins(a) - begins(b) || a.level - b.level).slice(0, most);
  // the selected one keeps its name while another is searched for
  return { shown: picked && !shown.includes(picked) ? [...shown, picked] : shown, more: Math.max(0, found.length - most) };
}

function isAbove(options: readonly TerritoryOption[], place: TerritoryOption | undefined, above: TerritoryOption): boolean {
  for (let at = place; at?.parent;) {
    const parent: string = at.parent;
    if (parent === above.value) return true;
    at = options.find((o) => o.value === parent);
  }
  return false;
}
