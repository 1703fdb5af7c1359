/** Texts by flat key. */
export type Texts = Record<string, string>;
export type Values = { _?: string; smart_count?: number; [name: string]: unknown };

/** Kyrgyz and English have one and other; Russian has one (1, 21), few (2, 24) and many (5, 11). */
const forms: Record<string, readonly Intl.LDMLPluralRule[]> = { ky: ["one", "other"], ru: ["one", "few", "many"], en: ["one", "other"] };

/**
 * Formats a text: `%{name}` is replaced by a value; of forms separated by `||||` the one for `smart_count` is used. A missing text falls back to the
 * given default (`_`), or to its key.
 */
export function speak(locale: string, texts: Texts, key: string, values: Values = {}): string {
  const text = texts[key] ?? values._ ?? key;
  return choose(locale, text, values.smart_count).replace(/%\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined || value === null ? whole : `${value as string}`;
  });
}

function choose(locale: string, text: string, count: number | undefined): string {
  const said = text.split("||||").map((form) => form.trim());
  if (said.length === 1 || count === undefined) return said[0]!;
  const form = (forms[locale] ?? forms.ky!).indexOf(new Intl.PluralRules(locale).select(count));
  return said[form < 0 ? said.length - 1 : Math.min(form, said.length - 1)]!;
}
