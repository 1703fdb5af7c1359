import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { assessmentFormQuery } from "../app/core/api/reference";
import { useDictionary, useSay } from "./reference";

/** The assessment form is reference data: plans, visits and rules name circumstances by its questions. */
export const useAssessmentForm = (version?: number) => useQuery(assessmentFormQuery(version));

/** A circumstance in plain words: «Cause: poverty», «Food: serious concern», «Need: education». */
export function useCircumstance() {
  const translate = useTranslate();
  const say = useSay();
  const cause = useDictionary("cause");
  const status = useDictionary("legal-status");
  const need = useDictionary("need");
  const payment = useDictionary("payment");
  const questions = useAssessmentForm().data?.domains.flatMap((d) => d.questions) ?? [];
  return (code: string): string => {
    const [kind, name = "", rest = ""] = code.split(".");
    if (kind === "cause") return `${translate("circumstance.cause")}: ${cause.name(name)}`;
    if (kind === "status") return `${translate("circumstance.status")}: ${status.name(name)}`;
    if (kind === "need") return `${translate("circumstance.need")}: ${need.name(name)}`;
    if (kind === "risk") return `${translate("assessment.risk")}: ${translate(`risk.${name}`)}`;
    if (kind === "age") return translate("circumstance.age", { years: name });
    if (kind === "payment" && name === "received") return `${translate("circumstance.payment")}: ${payment.name(rest)}`;
    if (kind === "answer") {
      const question = questions.find((q) => q.code === name);
      const answer = say(question?.answers.find((a) => a.code === rest)?.text);
      // a question that is no longer in the form
      return question && answer ? `${say(question.text)} — ${answer}` : translate("circumstance.earlier-answer");
    }
    return translate(`circumstance.${code}`, { _: translate("circumstance.earlier-answer") });
  };
}
