import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { useDictionary, useTerritoryName } from "../../ui/reference";

type Field = Pick<Schemas["ComparedFieldView"], "field" | "section"> & { dictionary?: string | null };

/** Days inside a text as people write them. */
const withDays = (text: string) => text.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => showDate(iso));

/** How a field that registers fill is called, and how its values read. */
export function useRegisterFields() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const payments = useDictionary("payment");
  const relations = useDictionary("relation");
  const property = useDictionary("property");
  const documents = useDictionary("document");
  const disability = useDictionary("disability");
  const label = ({ field }: Pick<Field, "field">) => {
    const [kind, code = ""] = field.split(".");
    if (kind === "relative") return relations.name(code);
    if (kind === "payment") return payments.name(code);
    if (kind === "belonging") return property.name(code);
    if (kind === "document") return documents.name(code);
    return translate(`item.${field}`);
  };
  const value = (text: string | null | undefined, { dictionary, field }: { dictionary?: string | null; field: string }) => {
    if (!text) return "—";
    if (text === "ended") return translate("registers.ended");
    if (dictionary === "sex" || field === "sex") return translate(`sex.${text}`);
    if (dictionary === "yes-no" || field === "has") return translate(text === "true" ? "form.yes" : "form.no");
    if (dictionary === "territory") return territory(text);
    if (dictionary === "disability" || field === "group") return disability.name(text);
    return withDays(text);
  };
  return { label, value };
}
