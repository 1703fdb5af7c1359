import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { ApiError, api, type Schemas, type Versioned } from "../../api/client";
import { assessmentQuery } from "./api/assessments";
import type { Answers } from "./form";

type Assessment = Schemas["AssessmentView"];

/** Milliseconds without typing after which the answers are sent. */
const pause = 1_000;

/** Answers of one assessment, saved while they are typed; `theirs` is set while someone else's answers wait to be resolved. */
export function useAnswering(loaded: Versioned<Assessment>) {
  const translate = useTranslate();
  const queries = useQueryClient();
  const a = loaded.data;
  const [answers, setAnswers] = useState<Answers>(a.answers);
  const [theirs, setTheirs] = useState<Versioned<Assessment>>();
  const [state, setState] = useState<"saved" | "saving" | "offline">("saved");
  const [problem, setProblem] = useState<string>();
  const version = useRef(loaded.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useRef<Answers>(a.answers);

  // what is on the screen, whatever render a handler belongs to
  const latest = useRef<Answers>(a.answers);
  const sending = useRef<Promise<void>>(undefined);

  const send = async (): Promise<void> => {
    const next = latest.current;
    try {
      await api.put("/api/assessments/{id}/answers", { path: { id: a.id }, body: { answers: next }, version: version.current });
      const fresh = await api.get("/api/assessments/{id}", { path: { id: a.id } });
      version.current = fresh.version;
      base.current = next;
      queries.setQueryData(assessmentQuery(a.id).queryKey, fresh);
      setProblem(undefined);
      // edited meanwhile: saves run one after the other, so that users do not conflict with themselves
      if (latest.current !== next) return send();
      setState("saved");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setState("offline");
      if (error.status === 412) setTheirs(await api.get("/api/assessments/{id}", { path: { id: a.id } }));
      else setProblem(error.problem.errors?.[0]?.message ?? (error.status === 0 ? translate("app.offline") : error.problem.title));
    }
  };
  const save = async (next: Answers) => {
    clearTimeout(timer.current);
    latest.current = next;
    setState("saving");
    if (sending.current) return sending.current;
    sending.current = send().finally(() => (sending.current = undefined));
    return sending.current;
  };
  const change = (code: string, value: string) => {
    const next = { ...latest.current };
    if (value) next[code] = value;
    else delete next[code];
    latest.current = next;
    setAnswers(next);
    setState("saving");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(next), pause);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (merged: Answers) => {
    if (theirs) version.current = theirs.version;
    setTheirs(undefined);
    setAnswers(merged);
    void save(merged);
  };
  return {
    answers,
    base: base.current,
    theirs: theirs?.data,
    state,
    problem,
    change,
    settle,
    again: () => void save(answers),
    version: () => version.current,
  };
}
