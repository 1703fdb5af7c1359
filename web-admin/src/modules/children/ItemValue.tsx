import { useTranslate } from "react-admin";
import { showDate } from "../../ui/dates";
import { useDictionary, useFurtherFields, useName, useTerritoryName } from "../../ui/reference";

/** Items whose values are codes of our own, by the beginning of their texts. */
const closed: Record<string, string> = { sex: "sex", source: "source", mother: "parent", father: "parent" };
const day = /^\d{4}-\d{2}-\d{2}$/;
const soate = /^417\d{11}$/;

type Say = (item: string, value: unknown) => string;

/** Says the value of an item as a reader does: days, territories, codes, lists. The history keeps it as JSON. */
export function useItemValue(): (item: string, text: string) => string {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const name = useName();
  const further = useFurtherFields();
  const [channel, document, payment, property] = [
    useDictionary("channel"),
    useDictionary("document"),
    useDictionary("payment"),
    useDictionary("property"),
  ];
  const [relation, disability, status, cause] = [
    useDictionary("relation"),
    useDictionary("disability"),
    useDictionary("legal-status"),
    useDictionary("cause"),
  ];
  const reason = useDictionary("unknown-reason");
  const coded: Record<string, (typeof reason)[]> = {
    channel: [channel],
    kind: [document, payment, property],
    relation: [relation],
    group: [disability],
    statuses: [status],
    causes: [cause],
    unknown: [reason],
  };
  const titled = (item: string) => translate(`item.${item}`, { _: name(further.find((f) => f.code === item)) || item });
  const word = (item: string, text: string) => {
    if (closed[item]) return translate(`${closed[item]}.${text}`, { _: text });
    if (day.test(text)) return showDate(text);
    if (soate.test(text)) return territory(text) || text;
    return coded[item]?.map((d) => d.name(text)).find((n) => n !== text) ?? text;
  };
  const say: Say = (item, value) => {
    if (Array.isArray(value)) return value.map((v) => say(item, v)).join("; ");
    if (typeof value === "boolean") return translate(value ? "form.yes" : "form.no");
    if (value !== null && typeof value === "object")
      return (
        Object.entries(value)
          .filter(([, v]) => v !== null && v !== "" && v !== false)
          // a reason stands under the name of its item
          .map(([key, v]) => `${titled(key)}: ${say(item === "unknown" ? item : key, v)}`)
          .join(", ")
      );
    return typeof value === "string" || typeof value === "number" ? word(item, `${value}`) : "";
  };
  return (item, text) => say(item, read(text));
}

/** What a person typed stays as it is, even if it looks like JSON and is none. */
function read(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
