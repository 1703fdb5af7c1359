import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormLabel,
  Link as Anchor,
  Radio,
  Typography,
} from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { meQuery } from "../../app/core/api/me";
import { useChanged } from "../../app/core/api/keys";
import { courseChanges, courseQuery } from "./api/courses";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Refusal, useAct } from "../../ui/Refusal";

type Result = Schemas["TakeCourseResponse"];

/** [15.3] What to read, the test, and its result. */
export function CoursePage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const say = useSay();
  const course = useQuery(courseQuery(id));
  if (course.isPending) return <Loading />;
  if (course.isError)
    return (
      <Page title={translate("menu.courses")}>
        <Failure error={course.error} />
      </Page>
    );
  const c = course.data;
  return (
    <Page
      title={say(c.name)}
      subtitle={say(c.about)}
      actions={
        <Button component={Link} to="/courses">
          {translate("menu.courses")}
        </Button>
      }
    >
      {c.materials.length > 0 && (
        <Panel title={translate("course.read")}>
          <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
            {c.materials.map((material) => (
              <li key={material.id}>
                <Anchor component={Link} to={`/materials/${material.id}`}>
                  {say(material.title)}
                </Anchor>
              </li>
            ))}
          </Box>
        </Panel>
      )}
      <Test course={c} />
      {c.attempts.length > 0 && (
        <Panel title={translate("course.attempts")}>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {c.attempts.map((attempt) => (
              <li key={attempt.at}>
                {showTime(attempt.at)} · {attempt.right} / {attempt.questions} ·{" "}
                {attempt.validUntil
                  ? `${translate("course-state.valid")} ${showDate(attempt.validUntil)}`
                  : translate("course-state.not-passed")}
              </li>
            ))}
          </Box>
        </Panel>
      )}
    </Page>
  );
}

function Test({ course }: { course: Schemas["ReadCourseResponse"] }) {
  const translate = useTranslate();
  const say = useSay();
  const changed = useChanged();
  const [answers, setAnswers] = useState<number[][]>(course.questions.map(() => []));
  const [result, setResult] = useState<Result>();
  const [missing, setMissing] = useState(false);
  const { act, error } = useAct();
  const told = useRef<HTMLDivElement>(null);
  const choose = (question: number, option: number, several: boolean) =>
    setAnswers((now) =>
      now.map((chosen, i) =>
        i !== question ? chosen : !several ? [option] : chosen.includes(option) ? chosen.filter((o) => o !== option) : [...chosen, option],
      ),
    );
  const send = () => {
    const incomplete = answers.some((chosen) => chosen.length === 0);
    setMissing(incomplete);
    if (incomplete) {
      document.getElementById(`question-${answers.findIndex((chosen) => chosen.length === 0)}`)?.focus();
      return;
    }
    act(async () => {
      const { data } = await api.post("/api/reporting/courses/{id}/attempts", { path: { id: course.id }, body: { answers } });
      setResult(data);
      setTimeout(() => told.current?.focus(), 0);
      // a passed course may open the whole Base: the current user is loaded again a moment later
      await changed(...courseChanges);
      setTimeout(() => void changed(meQuery.queryKey), 1500);
    });
  };
  return (
    <Panel title={translate("course.test")}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate("course.rule", { percent: course.passPercent, months: course.validMonths })}
      </Typography>
      {result && (
        <Alert severity={result.passed ? "success" : "warning"} sx={{ mb: 2 }} ref={told} tabIndex={-1} role="status">
          <AlertTitle>{translate(result.passed ? "course.passed" : "course.failed")}</AlertTitle>
          {translate("course.result", { right: result.right, questions: result.questions })}
          {result.validUntil && ` ${translate("course-state.valid")} ${showDate(result.validUntil)}.`}
        </Alert>
      )}
      {course.questions.map((question, q) => {
        const wrong = result?.wrong.includes(q);
        const empty = missing && answers[q]!.length === 0;
        return (
          <FormControl component="fieldset" key={say(question.text)} error={wrong || empty} sx={{ display: "block", mb: 2.5 }}>
            <FormLabel component="legend" id={`question-${q}`} tabIndex={-1} sx={{ color: "text.primary", fontWeight: 600 }}>
              {q + 1}. {say(question.text)} {question.several && `(${translate("course.several")})`}
            </FormLabel>
            {question.options.map((option, o) => (
              <FormControlLabel
                key={say(option)}
                sx={{ display: "flex", alignItems: "flex-start" }}
                control={
                  question.several ? (
                    <Checkbox size="small" checked={answers[q]!.includes(o)} onChange={() => choose(q, o, true)} />
                  ) : (
                    <Radio size="small" name={`question-${q}`} checked={answers[q]!.includes(o)} onChange={() => choose(q, o, false)} />
                  )
                }
                slotProps={{ typography: { sx: { pt: 0.75 } } }}
                label={say(option)}
              />
            ))}
            {(wrong || empty) && (
              <Typography color="error" variant="body2">
                {translate(empty ? "course.unanswered" : "course.wrong")}
              </Typography>
            )}
          </FormControl>
        );
      })}
      <Button variant="contained" onClick={send}>
        {translate("course.send")}
      </Button>
      <Refusal error={error} />
    </Panel>
  );
}
