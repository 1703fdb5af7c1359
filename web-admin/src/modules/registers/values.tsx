import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { useDictionary } from "../../ui/reference";
import { useItems } from "../../ui/ItemValue";
import { items } from "../../ui/items";

type Field = Pick<Schemas["ComparedFieldView"], "field" | "section">;

/** Formats days inside a text for display. */
const withDays = (text: string) => text.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => showDate(iso));

/** The second of its kind is distinguished by a number. */
const single = (field: string) => field.replace(/\.\d+$/, "");

/** The name of a field that registers fill, and how its values read. */
export function useRegisterFields() {
  const translate = useTranslate();
  const { title, sayKept } = useItems();
  const payments = useDictionary("payment");
  const relations = useDictionary("relation");
  const property = useDictionary("property");
  const documents = useDictionary("document");
  const label = ({ field }: Pick<Field, "field">) => {
    const [kind, code = ""] = field.split(".");
    if (kind === "relative") return relations.name(code);
    if (kind === "payment") return payments.name(code);
    if (kind === "belonging") return property.name(code);
    if (kind === "document") return documents.name(code);
    return title(single(field));
  };
  const value = (text: string | null | undefined, { section, field }: Field) => {
    if (!text) return "—";
    if (text === "ended") return translate("registers.ended");
    return single(field) in items[section] ? sayKept(section, single(field), text) : withDays(text);
  };
  return { label, value };
}
