import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useMay } from "../../app/core/me";
import type { Schemas } from "../../api/client";
import { responsiblesQuery, rulesQuery } from "./api/plans";
import { useSay } from "../../ui/reference";

export const useRules = () => useQuery(rulesQuery);

/** The measure that a rule proposes, in the reader's language. */
export function useRuleTexts() {
  const say = useSay();
  const translate = useTranslate();
  const rules = useRules().data?.items ?? [];
  return (code: string) => say(rules.find((r) => r.code === code)?.measure) || translate("measure.earlier-rules");
}

/** The people measures can be assigned to: the specialists who work for the place of the child's case. */
export function useResponsibles(planId: string) {
  const enabled = useMay("edit-children");
  const say = useSay();
  const items: readonly Schemas["ResponsibleSpecialist"][] = useQuery({ ...responsiblesQuery(planId), enabled }).data ?? [];
  return items.map((s) => ({ value: s.id, label: `${s.fullName} — ${say({ ky: s.bodyKy, ru: s.bodyRu, en: s.bodyRu })}` }));
}
