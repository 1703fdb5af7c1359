import { Box, Button, Chip, FormHelperText, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm, useFormState } from "react-hook-form";
import { api, type Schemas, etag } from "../../api/client";
import { visitFindingCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { visitsQuery } from "./api/visits";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack, useFieldId } from "../../ui/Form";
import { Day, RadioChoice, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { FilesLink } from "../../ui/FilesLink";
import { useAssessmentForm } from "../../ui/assessmentForm";
import { FormButton } from "../../ui/drafts/FormButton";

type Visit = Schemas["VisitView"];

/** Monitoring [13b.4]: visits planned, made and missed. */
export function VisitsTab({ childId }: { childId: string }) {
  const translate = useTranslate();
  const visits = useQuery(visitsQuery(childId));
  if (visits.isPending) return <Loading />;
  if (visits.isError) return <Failure error={visits.error} again={() => void visits.refetch()} />;
  const { items, canEdit } = visits.data;
  return (
    <>
      {items.length === 0 && <Empty>{translate("visit.empty")}</Empty>}
      {items.map((visit) => (
        <VisitPanel key={visit.id} childId={childId} visit={visit} />
      ))}
      {canEdit && <PlanVisit childId={childId} />}
    </>
  );
}

function VisitPanel({ childId, visit }: { childId: string; visit: Visit }) {
  const translate = useTranslate();
  const say = useSay();
  const domains = useAssessmentForm().data?.domains ?? [];
  const [recording, setRecording] = useState(false);
  return (
    <Panel
      title={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
          {translate(visit.madeOn ? "visit.made" : "visit.planned", { day: showDate(visit.madeOn ?? visit.plannedOn) })}
          {visit.kind === "follow-up" && <Chip size="small" variant="outlined" label={translate("visit.follow-up")} />}
          {visit.calledOffOn && <Chip size="small" label={translate("visit.called-off", { day: showDate(visit.calledOffOn) })} />}
          {visit.isLate && <Chip size="small" color="error" variant="outlined" label={`▲ ${translate("visit.missing")}`} />}
        </Box>
      }
    >
      {visit.contents && (
        <>
          <Typography>
            {visit.contents.place} · {visit.contents.seen} · {visit.madeBy}
          </Typography>
          {visit.finding && (
            <Typography sx={{ mt: 0.5 }}>
              <b>{translate("visit.finding")}:</b> {translate(`visit-finding.${visit.finding}`)}
            </Typography>
          )}
          {Object.entries(visit.contents.findings).map(([code, text]) => (
            <Typography key={code} sx={{ mt: 0.5 }}>
              <b>{say(domains.find((d) => d.code === code)?.title) || code}:</b> {text}
            </Typography>
          ))}
          <Typography sx={{ mt: 0.5 }}>
            <b>{translate("visit.next-step")}:</b> {visit.contents.nextStep}
          </Typography>
          <FilesLink childId={childId} to="visit" id={visit.id} />
        </>
      )}
      {visit.canRecord &&
        (recording ? (
          <Opened>
            <RecordVisit visit={visit} onDone={() => setRecording(false)} />
          </Opened>
        ) : (
          <FormButton draft={`record-visit.${visit.id}`} variant="contained" onOpen={() => setRecording(true)}>
            {translate("visit.record")}
          </FormButton>
        ))}
    </Panel>
  );
}

function RecordVisit({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const say = useSay();
  const domains = useAssessmentForm().data?.domains ?? [];
  const form = useForm({
    defaultValues: {
      on: today(),
      place: "",
      seen: "",
      finding: "" as Schemas["VisitFinding"] | "",
      nextStep: "",
      findings: {},
    },
  });
  return (
    <Form
      draft={{ form: "record-visit", record: visit.id }}
      form={form}
      idPrefix={`v-${visit.id}-`}
      submit={translate("visit.record")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async (values, key) => {
        const findings = Object.fromEntries(Object.entries<string>(values.findings).filter(([, text]) => text?.trim()));
        await api.post("/api/plans/visits/{id}/record", {
          path: { id: visit.id },
          body: { ...values, finding: values.finding || null, findings },
          version: etag(visit.version),
          idempotencyKey: key,
        });
        notify(translate("form.saved"), { type: "success" });
        await changed(...caseChanges);
      }}
    >
      <Stack>
        <Row>
          <Day name="on" label={translate("visit.on")} />
          <Text name="place" label={translate("visit.place")} />
          <Text name="seen" label={translate("visit.seen")} />
        </Row>
        <RadioChoice
          name="finding"
          label={translate("visit.finding")}
          options={visitFindingCodes.map((value) => ({
            value,
            label: translate(`visit-finding.${value}`),
          }))}
        />
        <Findings />
        {domains.map((d) => (
          <Text key={d.code} name={`findings.${d.code}`} label={say(d.title)} lines={1} optional />
        ))}
        <Text name="nextStep" label={translate("visit.next-step")} lines={2} />
      </Stack>
    </Form>
  );
}

/** The heading of the findings shows when none was written: the error belongs to all of them together. */
function Findings() {
  const translate = useTranslate();
  const id = useFieldId("findings");
  const { errors } = useFormState();
  const none = errors.findings?.message;
  return (
    <Box id={id} tabIndex={-1}>
      <Typography variant="h3">{translate("visit.findings")}</Typography>
      {typeof none === "string" && <FormHelperText error>{none}</FormHelperText>}
    </Box>
  );
}

function PlanVisit({ childId }: { childId: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const form = useForm({ defaultValues: { on: "" } });
  return (
    <Panel title={translate("visit.plan")}>
      <Form
        draft={{ form: "plan-visit", record: childId, subject: childId }}
        form={form}
        idPrefix="plan-visit-"
        submit={translate("visit.plan")}
        send={async (values, key) => {
          await api.post("/api/plans/visits/of-child/{id}", { path: { id: childId }, body: values, idempotencyKey: key });
          form.reset();
          await changed(...caseChanges);
        }}
      >
        <Day name="on" label={translate("visit.on")} />
      </Form>
    </Panel>
  );
}
