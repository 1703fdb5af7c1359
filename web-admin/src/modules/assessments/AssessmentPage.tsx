import {
  Alert,
  Box,
  Button,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Tab,
  Tabs,
  TextField,
  Typography,
} from "@mui/material";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { ApiError, api, type Versioned, type Schemas } from "../../api/client";
import { readDate, showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { RiskChip, RiskReason } from "./AssessmentTab";
import { CompleteAssessment } from "./CompleteAssessment";
import { type Answers, isAsked, type Question, useAssessmentForm } from "./form";

type Assessment = Schemas["AssessmentView"];

/** The comprehensive assessment [13b.3]: kept while it is answered; what somebody else answers meanwhile is settled question by question. */
export function AssessmentPage() {
  const { id = "" } = useParams();
  const assessment = useQuery({
    queryKey: ["assessment", id],
    queryFn: () => api.get("/api/assessments/{id}", { path: { id } }),
  });
  const form = useAssessmentForm(assessment.data?.data.formVersion);
  const translate = useTranslate();
  const error = assessment.error ?? form.error;
  if (error)
    return (
      <Page title={translate("assessment.title")}>
        <Failure error={error} again={() => void assessment.refetch()} />
      </Page>
    );
  if (!assessment.data || !form.data) return <Loading />;
  return <Filling key={id} loaded={assessment.data} form={form.data} />;
}

const pause = 1_000;

function Filling({ loaded, form }: { loaded: Versioned<Assessment>; form: Schemas["ReadFormResponse"] }) {
  const translate = useTranslate();
  const say = useSay();
  const queries = useQueryClient();
  const a = loaded.data;
  const [answers, setAnswers] = useState<Answers>(a.answers);
  const [theirs, setTheirs] = useState<Versioned<Assessment>>();
  const [state, setState] = useState<"saved" | "saving" | "offline">("saved");
  const [problem, setProblem] = useState<string>();
  const [domain, setDomain] = useState(form.domains[0]?.code ?? "");
  const version = useRef(loaded.version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useRef<Answers>(a.answers);

  // what stands on the screen, whatever render a handler belongs to
  const latest = useRef<Answers>(a.answers);
  const sending = useRef<Promise<void>>(undefined);

  const send = async (): Promise<void> => {
    const next = latest.current;
    try {
      await api.put("/api/assessments/{id}/answers", { path: { id: a.id }, body: { answers: next }, version: version.current });
      const fresh = await api.get("/api/assessments/{id}", { path: { id: a.id } });
      version.current = fresh.version;
      base.current = next;
      queries.setQueryData(["assessment", a.id], fresh);
      setProblem(undefined);
      // typed on meanwhile: one saving after the other, so that nobody is in conflict with themselves
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

  const asked = (q: Question) => isAsked(q, answers, a.circumstances);
  const missing = (questions: readonly Question[]) => questions.filter((q) => q.required && asked(q) && !answers[q.code]).length;
  const shown = form.domains.find((d) => d.code === domain);
  const left = form.domains.reduce((sum, d) => sum + missing(d.questions), 0);
  if (!shown) return null;
  const index = form.domains.indexOf(shown);
  const move = (by: number) => setDomain(form.domains[index + by]?.code ?? shown.code);

  return (
    <Page
      title={translate("assessment.title")}
      subtitle={
        <>
          <Link to={`/children/${a.childId}?tab=assessment`}>{a.number}</Link>
          {" · "}
          {a.completedOn
            ? translate("assessment.of-day", { day: showDate(a.completedOn) })
            : translate("assessment.left", { smart_count: left })}
        </>
      }
      actions={
        a.canEdit && (
          <Typography variant="body2" color="text.secondary" role="status">
            {state === "saving"
              ? translate("assessment.saving")
              : state === "saved"
                ? translate("assessment.saved", { at: showTime(a.changedAt) })
                : translate("form.not-sent")}
          </Typography>
        )
      }
    >
      {problem && (
        <Alert
          severity="error"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" onClick={() => void save(answers)}>
              {translate("app.again")}
            </Button>
          }
        >
          {problem}
        </Alert>
      )}
      {theirs && (
        <Settle
          theirs={theirs.data}
          mine={answers}
          base={base.current}
          form={form}
          onDone={(merged) => {
            version.current = theirs.version;
            setTheirs(undefined);
            setAnswers(merged);
            void save(merged);
          }}
        />
      )}
      <Tabs
        value={domain}
        onChange={(_, value: string) => setDomain(value)}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 2, borderBottom: 1, borderColor: "divider" }}
      >
        {form.domains.map((d) => {
          const open = missing(d.questions);
          return <Tab key={d.code} value={d.code} label={open > 0 ? `${say(d.title)} (${open})` : `✓ ${say(d.title)}`} />;
        })}
      </Tabs>
      <Panel title={say(shown.title)}>
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {say(shown.guidance)}
        </Typography>
        <Box sx={{ display: "grid", gap: 2.5 }}>
          {shown.questions.filter(asked).map((q) => (
            <Field
              key={q.code}
              question={q}
              value={answers[q.code] ?? ""}
              disabled={!a.canEdit}
              fromCard={a.fromCard.includes(q.code) && answers[q.code] === a.answers[q.code]}
              onChange={(value) => change(q.code, value)}
            />
          ))}
        </Box>
        <Box sx={{ display: "flex", gap: 1, mt: 3 }}>
          <Button disabled={index === 0} onClick={() => move(-1)}>
            {translate("form.back")}
          </Button>
          <Button variant="contained" disabled={index === form.domains.length - 1} onClick={() => move(1)}>
            {translate("assessment.next")}
          </Button>
        </Box>
      </Panel>
      <Panel title={translate("assessment.risk")}>
        <RiskChip risk={a.judgement.level} />
        <Box sx={{ mt: 1 }}>
          <RiskReason assessment={a} />
        </Box>
      </Panel>
      {a.canEdit && <CompleteAssessment assessment={a} version={() => version.current} left={left} saved={state === "saved"} />}
    </Page>
  );
}

function Field({
  question,
  value,
  disabled,
  fromCard,
  onChange,
}: {
  question: Question;
  value: string;
  disabled: boolean;
  fromCard: boolean;
  onChange: (value: string) => void;
}) {
  const translate = useTranslate();
  const say = useSay();
  const id = `q-${question.code}`;
  const label = `${say(question.text)}${question.required ? "" : ` (${translate("form.optional")})`}`;
  const help = fromCard ? translate("assessment.from-card") : undefined;
  if (question.kind === "choice")
    return (
      <FormControl disabled={disabled}>
        <FormLabel id={id} sx={{ color: "text.primary", fontWeight: 550 }}>
          {label}
        </FormLabel>
        <RadioGroup row aria-labelledby={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {question.answers.map((answer) => (
            <FormControlLabel key={answer.code} value={answer.code} control={<Radio size="small" />} label={say(answer.text)} />
          ))}
        </RadioGroup>
        {help && (
          <Typography variant="body2" color="text.secondary">
            {help}
          </Typography>
        )}
      </FormControl>
    );
  return (
    <Box>
      <FormLabel htmlFor={id} sx={{ color: "text.primary", fontWeight: 550 }}>
        {label}
      </FormLabel>
      {question.kind === "date" ? (
        <DayField id={id} value={value} disabled={disabled} onChange={onChange} />
      ) : (
        <TextField
          id={id}
          fullWidth
          multiline
          minRows={2}
          value={value}
          disabled={disabled}
          helperText={help}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Box>
  );
}

/** A day as dd.MM.yyyy; only a whole one is sent. */
function DayField({ id, value, disabled, onChange }: { id: string; value: string; disabled: boolean; onChange: (value: string) => void }) {
  const translate = useTranslate();
  const [text, setText] = useState(showDate(value) || "");
  const wrong = text !== "" && readDate(text) === null;
  return (
    <TextField
      id={id}
      fullWidth
      value={text}
      disabled={disabled}
      placeholder={translate("form.date-shape")}
      error={wrong}
      helperText={wrong ? translate("form.date-wrong") : undefined}
      sx={{ maxWidth: 180, display: "block" }}
      onChange={(event) => {
        setText(event.target.value);
        const day = readDate(event.target.value);
        if (day || event.target.value === "") onChange(day ?? "");
      }}
    />
  );
}

/** Somebody else answered meanwhile: what differs is chosen question by question, nothing is overwritten. */
function Settle({
  theirs,
  mine,
  base,
  form,
  onDone,
}: {
  theirs: Assessment;
  mine: Answers;
  base: Answers;
  form: Schemas["ReadFormResponse"];
  onDone: (merged: Answers) => void;
}) {
  const translate = useTranslate();
  const say = useSay();
  const questions = form.domains.flatMap((d) => d.questions);
  const both = questions.filter((q) => (theirs.answers[q.code] ?? "") !== (mine[q.code] ?? ""));
  // what only one of the two changed is no conflict
  const conflicts = both.filter(
    (q) => (theirs.answers[q.code] ?? "") !== (base[q.code] ?? "") && (mine[q.code] ?? "") !== (base[q.code] ?? ""),
  );
  const [taken, setTaken] = useState<Record<string, "theirs" | "mine">>({});
  const text = (q: Question, value: string | undefined) => say(q.answers.find((x) => x.code === value)?.text) || value || "—";
  const merge = () => {
    const merged: Answers = { ...theirs.answers };
    for (const q of both) {
      const isConflict = conflicts.includes(q);
      const keepMine = isConflict ? taken[q.code] === "mine" : (mine[q.code] ?? "") !== (base[q.code] ?? "");
      if (!keepMine) continue;
      const answer = mine[q.code];
      if (answer) merged[q.code] = answer;
      else delete merged[q.code];
    }
    onDone(merged);
  };
  return (
    <Panel title={translate("assessment.conflict", { by: theirs.changedBy ?? "" })}>
      {conflicts.map((q) => (
        <FormControl key={q.code} sx={{ display: "block", mb: 1.5 }}>
          <FormLabel id={`c-${q.code}`}>{say(q.text)}</FormLabel>
          <RadioGroup
            aria-labelledby={`c-${q.code}`}
            value={taken[q.code] ?? ""}
            onChange={(event) => setTaken({ ...taken, [q.code]: event.target.value as "theirs" | "mine" })}
          >
            <FormControlLabel
              value="theirs"
              control={<Radio size="small" />}
              label={`${theirs.changedBy ?? ""}: ${text(q, theirs.answers[q.code])}`}
            />
            <FormControlLabel
              value="mine"
              control={<Radio size="small" />}
              label={`${translate("assessment.mine")}: ${text(q, mine[q.code])}`}
            />
          </RadioGroup>
        </FormControl>
      ))}
      {conflicts.length === 0 && <Typography sx={{ mb: 1.5 }}>{translate("assessment.no-conflict")}</Typography>}
      <Button variant="contained" disabled={conflicts.some((q) => !taken[q.code])} onClick={merge}>
        {translate("assessment.settle")}
      </Button>
    </Panel>
  );
}
