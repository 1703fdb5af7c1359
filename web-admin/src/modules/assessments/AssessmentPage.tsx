import { Alert, Box, Button, Link as Anchor, Tab, Tabs, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import type { Versioned, Schemas } from "../../api/client";
import { assessmentQuery } from "./api/assessments";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { RiskChip, RiskReason } from "./AssessmentTab";
import { CompleteAssessment } from "./CompleteAssessment";
import { FilesLink } from "../../ui/FilesLink";
import { useAnswering } from "./answering";
import { useAssessmentForm } from "../../ui/assessmentForm";
import { isAsked, type Question } from "./form";
import { QuestionField } from "./QuestionField";
import { SignedAnswers } from "./SignedAnswers";
import { UnfinishedAnswers } from "./UnfinishedAnswers";
import { SettleConflict } from "./SettleConflict";

type Assessment = Schemas["AssessmentView"];

/** The comprehensive assessment [13b.3]: saved while it is answered; conflicts with someone else's answers are resolved question by question. */
export function AssessmentPage() {
  const { id = "" } = useParams();
  const assessment = useQuery(assessmentQuery(id));
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

function Filling({ loaded, form }: { loaded: Versioned<Assessment>; form: Schemas["ReadFormResponse"] }) {
  const translate = useTranslate();
  const say = useSay();
  const a = loaded.data;
  const { answers, base, theirs, state, problem, change, settle, again, version } = useAnswering(loaded);
  const [domain, setDomain] = useState(form.domains[0]?.code ?? "");
  // a tab keeps the focus, «next» moves it to the next section
  const [isOpened, setIsOpened] = useState(false);

  const asked = (q: Question) => isAsked(q, answers, a.circumstances);
  const missing = (questions: readonly Question[]) => questions.filter((q) => q.required && asked(q) && !answers[q.code]).length;
  const shown = form.domains.find((d) => d.code === domain);
  const left = form.domains.reduce((sum, d) => sum + missing(d.questions), 0);
  if (!shown) return null;
  const index = form.domains.indexOf(shown);
  const go = (code: string, byTab: boolean) => {
    setIsOpened(!byTab);
    setDomain(code);
  };
  const move = (by: number) => go(form.domains[index + by]?.code ?? shown.code, false);

  return (
    <Page
      title={translate("assessment.title")}
      subtitle={
        <>
          <Anchor component={Link} to={`/children/${a.childId}?tab=assessment`}>
            {a.number}
          </Anchor>
          {" · "}
          <FilesLink childId={a.childId} to="assessment" id={a.id} />
          {" · "}
          {a.completedOn
            ? translate("assessment.of-day", { day: showDate(a.completedOn) })
            : translate("assessment.left", { smart_count: left })}
        </>
      }
      actions={
        a.canEdit && (
          <Typography variant="body2" color="textSecondary" role="status">
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
          role="alert"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" onClick={again}>
              {translate("app.again")}
            </Button>
          }
        >
          {problem}
        </Alert>
      )}
      {theirs && <SettleConflict theirs={theirs} mine={answers} base={base} form={form} onDone={settle} />}
      {a.result && <SignedAnswers domains={a.result.signed} />}
      {!a.result && !a.canEdit && <UnfinishedAnswers assessment={a} form={form} />}
      {!a.result && a.canEdit && (
        <>
          <Tabs
            value={domain}
            onChange={(_, value: string) => go(value, true)}
            variant="scrollable"
            allowScrollButtonsMobile
            sx={{ mb: 2, borderBottom: 1, borderColor: "divider" }}
          >
            {form.domains.map((d) => {
              const open = missing(d.questions);
              return <Tab key={d.code} value={d.code} label={open > 0 ? `${say(d.title)} (${open})` : `✓ ${say(d.title)}`} />;
            })}
          </Tabs>
          <Opened key={domain} atHeading quiet={!isOpened}>
            <Panel title={say(shown.title)}>
              <Typography color="textSecondary" sx={{ mb: 2 }}>
                {say(shown.guidance)}
              </Typography>
              <Box sx={{ display: "grid", gap: 2.5 }}>
                {shown.questions.filter(asked).map((q) => (
                  <QuestionField
                    key={q.code}
                    question={q}
                    value={answers[q.code] ?? ""}
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
          </Opened>
        </>
      )}
      <Panel title={translate("assessment.risk")}>
        <RiskChip risk={a.judgement.level} />
        <Box sx={{ mt: 1 }}>
          <RiskReason assessment={a} />
        </Box>
      </Panel>
      {a.canEdit && <CompleteAssessment assessment={a} version={version} left={left} saved={state === "saved"} />}
    </Page>
  );
}
