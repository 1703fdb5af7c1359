import { Box, Button, Chip, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link, useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { assessmentsQuery } from "./api/assessments";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Panel, Wide } from "../../ui/Page";
import { useDictionary, useSay } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Severity } from "../../ui/Severity";
import { FilesLink } from "../../ui/FilesLink";
import { useAssessmentForm } from "../../ui/assessmentForm";
import { useAnswerWords } from "./form";

type Assessment = Schemas["AssessmentView"];

/** The assessments of a child [13b.3]: the results, and a repeated one compared with the earlier. */
export function AssessmentTab({ childId, canEdit }: { childId: string; canEdit: boolean }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const list = useQuery(assessmentsQuery(childId));
  const start = useMutation({
    mutationFn: async () => (await api.post("/api/assessments/of-child/{id}", { path: { id: childId } })).data,
    onSuccess: ({ id }) => navigate(`/assessments/${id}`),
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />;
  const draft = list.data.find((a) => !a.completedOn);
  const completed = list.data.filter((a) => a.completedOn);
  const [now, before] = completed;
  const action = canEdit && !draft && (
    <>
      <Button variant="contained" disabled={start.isPending} onClick={() => start.mutate()}>
        {translate(completed.length > 0 ? "assessment.repeat" : "assessment.start")}
      </Button>
      <Refusal error={start.error} />
    </>
  );
  return (
    <>
      {draft && (
        <Panel title={translate("assessment.draft")}>
          <Typography sx={{ mb: 1.5 }}>
            {translate("assessment.draft-since", { day: showDate(draft.startedOn), by: draft.changedBy ?? "" })}
          </Typography>
          <Button component={Link} to={`/assessments/${draft.id}`} variant="contained">
            {translate(draft.canEdit ? "assessment.go-on" : "assessment.open")}
          </Button>
        </Panel>
      )}
      {completed.length === 0 ? !draft && <Empty action={action}>{translate("assessment.empty")}</Empty> : <Results items={completed} />}
      {completed.length > 0 && action}
      {now && before && <Beside now={now} before={before} />}
    </>
  );
}

function Results({ items }: { items: Assessment[] }) {
  const translate = useTranslate();
  const need = useDictionary("need");
  const cause = useDictionary("cause");
  return (
    <>
      {items.map((a) => (
        <Panel key={a.id} title={translate("assessment.of-day", { day: showDate(a.completedOn) })}>
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mb: 1 }}>
            {a.risk && <RiskChip risk={a.risk} />}
            <Chip variant="outlined" label={translate(`conclusion.${a.conclusion}`)} />
          </Box>
          <RiskReason assessment={a} />
          <Typography>
            <b>{translate("assessment.needs")}:</b> {a.needs.map(need.name).join(", ") || "—"}
          </Typography>
          <Typography>
            <b>{translate("assessment.causes")}:</b> {a.result?.causes.map(cause.name).join(", ") || "—"}
          </Typography>
          <Typography sx={{ my: 1, whiteSpace: "pre-wrap" }}>{a.result?.summary}</Typography>
          {a.result?.otherThanProposed && (
            <Typography color="textSecondary">
              {translate("assessment.other-because")}: {a.result.otherThanProposed}
            </Typography>
          )}
          <Typography variant="body2" color="textSecondary">
            {a.completedBy}
          </Typography>
          <Button component={Link} to={`/assessments/${a.id}`} size="small">
            {translate("assessment.open")}
          </Button>
          <FilesLink childId={a.childId} to="assessment" id={a.id} />
        </Panel>
      ))}
    </>
  );
}

const levels: Record<NonNullable<Schemas["Risk"]>, Schemas["Severity"]> = {
  low: "low-risk",
  medium: "medium-risk",
  high: "high-risk",
  critical: "danger",
};

export const RiskChip = ({ risk }: { risk: Schemas["AssessmentView"]["risk"] }) => <Severity value={risk && levels[risk]} />;

/** The level of risk, with its reasons. */
export function RiskReason({ assessment }: { assessment: Assessment }) {
  const translate = useTranslate();
  const say = useSay();
  const questions = useAssessmentForm(assessment.formVersion).data?.domains.flatMap((d) => d.questions) ?? [];
  const signed = assessment.result?.signed.flatMap((d) => d.answers) ?? [];
  const words = useAnswerWords();
  const because = assessment.judgement.because.flatMap((code) => {
    const said = signed.find((x) => x.code === code);
    if (said) return `${say(said.question)} — ${say(said.answer)}`;
    const question = questions.find((q) => q.code === code);
    return question ? `${say(question.text)} — ${words(question, assessment.answers[code])}` : [];
  });
  return (
    <Box sx={{ mb: 1 }}>
      <Typography color="textSecondary">{translate(`risk-rule.${assessment.judgement.rule}`)}</Typography>
      {because.length > 0 && (
        <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
          {because.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** Two assessments question by question; only what differs. */
function Beside({ now, before }: { now: Assessment; before: Assessment }) {
  const translate = useTranslate();
  const say = useSay();
  const words = useAnswerWords();
  const form = useAssessmentForm(now.formVersion).data;
  const rows = (form?.domains ?? [])
    .flatMap((d) => d.questions)
    .filter((q) => (now.answers[q.code] ?? "") !== (before.answers[q.code] ?? ""));
  return (
    <Panel title={translate("assessment.beside")} sx={{ mt: 2 }}>
      {rows.length === 0 ? (
        <Empty>{translate("assessment.no-difference")}</Empty>
      ) : (
        <Wide label={translate("assessment.beside")}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate("assessment.question")}</TableCell>
                <TableCell>{showDate(before.completedOn)}</TableCell>
                <TableCell>{showDate(now.completedOn)}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((q) => (
                <TableRow key={q.code}>
                  <TableCell>{say(q.text)}</TableCell>
                  {[before, now].map((a) => (
                    <TableCell key={a.id}>{words(q, a.answers[q.code]) || "—"}</TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Wide>
      )}
    </Panel>
  );
}
