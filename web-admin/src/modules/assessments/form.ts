import type { Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { useSay } from "../../ui/reference";

export type AssessmentForm = Schemas["ReadFormResponse"];
export type Question = Schemas["QuestionView"];
export type Answers = Record<string, string>;

/** The same rule as on the server: an age range also matches an unknown age. */
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
