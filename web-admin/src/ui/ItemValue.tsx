import { useTranslate } from "react-admin";
import { showDate } from "./dates";
import { useDictionaryWords, useFurtherFields, useName, useTerritoryName } from "./reference";
import { items, type ItemsOf, type Kind } from "./items";

/** Displays items and their values: days, territories, codes, lists, booleans. */
export function useItems() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const name = useName();
  const word = useDictionaryWords();
  const further = useFurtherFields();

  /** The name of an item. */
  const title = (item: string): string => translate(`item.${item}`, { _: name(further.find((f) => f.code === item)) || item });

  const entry = (value: object, kindOf: (key: string) => Kind) =>
    Object.entries(value)
      .map(([key, inner]) => [title(key), sayAs(kindOf(key), inner)])
      .filter(([, said]) => said)
      .map(([titled, said]) => `${titled}: ${said}`)
      .join(", ");
  const kindOfFurther = (code: string): Kind => {
    const field = further.find((f) => f.code === code);
    return field?.kind === "date" ? "day" : field?.kind === "choice" && field.choices ? { dictionary: field.choices } : "text";
  };
  const sayAs = (kind: Kind, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    if (Array.isArray(value)) return value.map((one) => sayAs(kind, one)).join("; ");
    if (typeof value === "object")
      return entry(value, (key) =>
        kind === "further" ? kindOfFurther(key) : typeof kind === "object" && "entries" in kind ? (kind.entries[key] ?? "text") : kind,
      );
    if (typeof value === "boolean") return translate(value ? "form.yes" : "form.no");
    const text = `${value as string | number}`;
    if (kind === "flag") return translate(text === "true" ? "form.yes" : "form.no");
    if (kind === "day") return showDate(text);
    if (kind === "territory") return territory(text);
    if (typeof kind === "object" && "closed" in kind) return translate(`${kind.closed}.${text}`, { _: text });
    return typeof kind === "object" && "dictionary" in kind ? word(kind.dictionary, text) : text;
  };
  const kindOf = (of: ItemsOf, item: string) => items[of][item] ?? "text";

  /** The value of an item in words; empty if there is none. */
  const say = (of: ItemsOf, item: string, value: unknown) => sayAs(kindOf(of, item), value);

  /** The same for a value stored as text: JSON, unless it was typed by a person. */
  const sayKept = (of: ItemsOf, item: string, text: string | null | undefined) => {
    const kind = kindOf(of, item);
    return sayAs(kind, kind === "text" ? text : read(text ?? ""));
  };
  return { title, say, sayKept };
}

function read(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
