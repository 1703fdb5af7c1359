import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { useDictionary, useName, useTerritoryName } from "../../ui/reference";

const months = /^(\d{4})-(\d{2})$/;

/** Names the key of a report's row for the reader. */
export function useKeyName() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const cause = useDictionary("cause");
  const status = useDictionary("legal-status");
  const channel = useDictionary("channel");
  const body = useDictionary("body-kind");
  const name = useName();
  return (by: string, key: string, names?: Schemas["ReadReportResponse"]["names"]) => {
    if (!key) return translate(by === "responsible-body" ? "report.nobody" : "report.not-said");
    const named = names?.[key];
    if (named) return name({ nameKy: named.ky, nameRu: named.ru });
    const month = months.exec(key);
    if (month) return `${month[2]}.${month[1]}`;
    switch (by) {
      case "oblast":
      case "district":
      case "found-oblast":
      case "found-district":
        return territory(key.padEnd(14, "0")) || key;
      case "cause":
        return cause.name(key);
      case "legal-status":
        return status.name(key);
      case "channel":
        return channel.name(key);
      case "body":
        return body.name(key);
      case "term":
        return translate(`step.${key}`);
      case "age":
        return translate(`age-band.${key}`);
      case "step":
        return translate(`case-status.${key}`);
      case "source":
        return translate(`source.${key}`);
      case "conclusion":
        return translate(`conclusion.${key}`);
      case "risk":
        return translate(`risk.${key}`);
      case "ending":
        return translate(`ending.${key}`);
      case "obstacle":
        return translate(`measure-obstacle.${key}`);
      case "finding":
        return translate(`visit-finding.${key}`);
      case "sex":
        return translate(`sex.${key}`);
      case "institution-kind":
        return translate(`institution-kind.${key}`);
      case "ownership":
        return translate(`ownership.${key}`);
      default:
        return key;
    }
  };
}

/** Months and ages in their natural order, everything else by its first figure. */
export const isOrdered = (by: string) => by === "month" || by === "age";
