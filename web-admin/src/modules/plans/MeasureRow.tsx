import { Box, Button, Chip, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { draftPlanChanges } from "./api/plans";
import { useChanged } from "../../app/core/api/keys";
import { showDate } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { useDictionary, useSay } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";
import { FilesLink } from "../../ui/FilesLink";
import { useCircumstance } from "../../ui/assessmentForm";
import type { Measure, Plan } from "./plan";
import { useResponsibles } from "./rules";
import { FormButton } from "../../ui/drafts/FormButton";

type Props = { plan: Plan; measure: Measure; version: string };

/** A measure with WHY it is there: the circumstances, the rule with its version, the legal ground. */
export function MeasureRow({ plan, measure: m, version }: Props) {
  const translate = useTranslate();
  const say = useSay();
  const body = useDictionary("body-kind");
  const need = useDictionary("need");
  const circumstance = useCircumstance();
  const [doing, setDoing] = useState<"change" | "drop">();
  const done = () => setDoing(undefined);
  const dropped = m.status === "dropped";
  return (
    <Box component="li" data-measure={m.rule ?? "own"} sx={{ py: 1.5, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
        <Typography sx={{ fontWeight: 600, flexGrow: 1, textDecoration: dropped ? "line-through" : undefined }}>{say(m.text)}</Typography>
        <Chip size="small" variant="outlined" color={m.priority === 1 ? "error" : "default"} label={translate(`priority.${m.priority}`)} />
        <Chip size="small" variant="outlined" label={translate(`measure-status.${m.status}`)} />
      </Box>
      <Typography variant="body2">
        {[
          say(m.needName) || need.name(m.need),
          say(m.bodyName) || body.name(m.body),
          m.responsible ?? translate("measure.nobody"),
          m.dueOn ? translate("measure.due", { day: showDate(m.dueOn) }) : translate("measure.term", { smart_count: m.workingDays }),
        ].join(" · ")}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {m.rule ? translate("measure.why", { why: m.because.map(circumstance).join("; ") }) : translate("measure.own")}
        {m.ground && ` · ${say(m.ground)}`}
      </Typography>
      {m.dropReason && (
        <Typography variant="body2">
          {translate("measure.dropped-because")}: {m.dropReason}
        </Typography>
      )}
      {m.result && (
        <Typography variant="body2">
          {translate("measure.result")} {showDate(m.doneOn)}: {m.result} {m.evidence && `(${m.evidence})`}
        </Typography>
      )}
      {plan.status !== "draft" && plan.status !== "submitted" && !dropped && <FilesLink childId={plan.childId} to="measure" id={m.id} />}
      {plan.canEdit && !doing && (
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
          {!dropped && (
            <FormButton draft={`change-measure.${m.id}`} size="small" onOpen={() => setDoing("change")}>
              {translate("measure.change")}
            </FormButton>
          )}
          {dropped ? (
            <TakeBack plan={plan} measure={m} version={version} />
          ) : (
            <FormButton draft={`drop-measure.${m.id}`} size="small" color="inherit" onOpen={() => setDoing("drop")}>
              {translate("measure.drop")}
            </FormButton>
          )}
        </Box>
      )}
      {doing && (
        <Opened>
          {doing === "change" && <ChangeMeasure plan={plan} measure={m} version={version} onDone={done} />}
          {doing === "drop" && <DropMeasure plan={plan} measure={m} version={version} onDone={done} />}
        </Opened>
      )}
    </Box>
  );
}

function ChangeMeasure({ plan, measure: m, version, onDone }: Props & { onDone: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const body = useDictionary("body-kind");
  const responsibles = useResponsibles(plan.id);
  const form = useForm({ defaultValues: { body: m.body, workingDays: String(m.workingDays), responsibleId: m.responsibleId ?? null } });
  return (
    <Form
      draft={{ form: "change-measure", record: m.id, subject: plan.childId }}
      form={form}
      idPrefix={`m-${m.id}-`}
      submit={translate("form.save")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async (values) => {
        await api.put("/api/plans/{id}/measures/{measureId}", {
          path: { id: plan.id, measureId: m.id },
          body: { ...values, workingDays: Number(values.workingDays) || 0 },
          version,
        });
        await changed(...draftPlanChanges(plan.id));
        onDone();
      }}
    >
      <Row>
        <Pick name="responsibleId" label={translate("measure.responsible")} options={responsibles} optional />
        <Choice name="body" label={translate("measure.body")} options={body.options} />
        <Text name="workingDays" label={translate("measure.days")} width={120} />
      </Row>
    </Form>
  );
}

function DropMeasure({ plan, measure: m, version, onDone }: Props & { onDone: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Form
      draft={{ form: "drop-measure", record: m.id, subject: plan.childId }}
      form={form}
      idPrefix={`d-${m.id}-`}
      submit={translate("measure.drop")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async (values) => {
        await api.post("/api/plans/{id}/measures/{measureId}/drop", { path: { id: plan.id, measureId: m.id }, body: values, version });
        await changed(...draftPlanChanges(plan.id));
        onDone();
      }}
    >
      <Stack>
        <Text name="reason" label={translate("measure.dropped-because")} lines={2} />
      </Stack>
    </Form>
  );
}

function TakeBack({ plan, measure: m, version }: Props) {
  const translate = useTranslate();
  const changed = useChanged();
  const takeBack = useMutation({
    mutationFn: () =>
      api.post("/api/plans/{id}/measures/{measureId}/drop", { path: { id: plan.id, measureId: m.id }, body: { reason: null }, version }),
    onSettled: () => changed(...draftPlanChanges(plan.id)),
  });
  return (
    <>
      <Button size="small" onClick={() => takeBack.mutate()}>
        {translate("measure.take-back")}
      </Button>
      <Refusal error={takeBack.error} />
    </>
  );
}
