import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { useDictionary, useSay } from "../../ui/reference";

export type AssessmentForm = Schemas["ReadFormResponse"];
export type Question = Schemas["QuestionView"];
export type Answers = Record<string, string>;

export const useAssessmentForm = (version?: number) =>
  useQuery({
    queryKey: ["assessment-form", version],
    queryFn: async () => (await api.get("/api/assessments/form", { query: { version } })).data,
    staleTime: Infinity,
  });

/** The same rule as on the server: a span of ages also holds when the age is unknown. */
export function holds(known: readonly string[], term: string): boolean {
  const span = /^age\.(\d+)-(\d+)$/.exec(term);
  if (!span) return known.includes(term);
  const age = known.find((k) => /^age\.\d+$/.test(k));
  return !age || (Number(age.slice(4)) >= Number(span[1]) && Number(age.slice(4)) <= Number(span[2]));
}

export function isAsked(question: Question, answers: Answers, known: readonly string[]): boolean {
  if (!question.showIf) return true;
  const [other = "", expected] = question.showIf.split("=");
  return expected ? expected.split("|").includes(answers[other] ?? "") : holds(known, question.showIf);
}

/** An answer in words; empty where there is none. */
export function useAnswerWords() {
  const say = useSay();
  return (q: Question, answer: string | null | undefined) =>
    q.kind === "date"
      ? showDate(answer)
      : say(q.answers.find((a) => a.code === answer)?.text) || (q.kind === "choice" ? "" : (answer ?? ""));
}

/** Says a circumstance in plain words: «Cause: poverty», «Food: serious concern», «Need: education». */
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
      // a question that the form does not ask any more
      return question && answer ? `${say(question.text)} — ${answer}` : translate("circumstance.earlier-answer");
    }
    return translate(`circumstance.${code}`, { _: translate("circumstance.earlier-answer") });
  };
}
