import { Alert, Button, Typography } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { allOf } from "../../api/codes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { Day, RadioChoice, Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { Refusal, useAct } from "../../ui/Refusal";
import { PurgeDecision } from "./PurgeDecision";

type Row = Schemas["PurgeDueRow"];

/** [25.2] One person requests the purge of a record with an objection, another confirms it; or it is kept for now. */
export function DecidePurge({ row, onDone }: { row: Row; onDone: () => void }) {
  const translate = useTranslate();
  return (
    <Panel title={`${translate("purge.decide")}: ${row.fullName || row.number}`}>
      {row.decision?.awaitsSecond ? <Second row={row} onDone={onDone} /> : <First row={row} onDone={onDone} />}
    </Panel>
  );
}

function First({ row, onDone }: { row: Row; onDone: () => void }) {
  const translate = useTranslate();
  const finished = useFinished(onDone);
  const form = useForm({ defaultValues: { ruling: "keep", on: "", reason: "" } });
  const purges = form.watch("ruling") === "purge";
  // a certain birth date already has its announced day
  const hasDay = !!row.purgeOn && !row.inDoubt && !row.estimated;
  return (
    <Form
      draft={{ form: "decide-purge", record: row.childId, subject: row.childId }}
      form={form}
      idPrefix="purge-"
      submit={translate("form.save")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async (values, idempotencyKey) => {
        const body = { ...values, on: values.on || null } as Schemas["DecidePurgeRequest"];
        await api.post("/api/children/purges-due/{id}/decide", { path: { id: row.childId }, body, idempotencyKey });
        await finished();
      }}
    >
      <Stack>
        <RadioChoice
          name="ruling"
          label={translate("purge.ruling")}
          options={allOf<Schemas["PurgeRuling"]>()(["keep", "purge"]).map((value) => ({
            value,
            label: translate(`purge-ruling.${value}`),
          }))}
        />
        {purges ? (
          !hasDay && <Day name="on" label={translate("purge.on")} help={translate("purge.decide-help")} />
        ) : (
          <Day name="on" label={translate("purge.until")} help={translate("purge.until-help")} />
        )}
        <Text name="reason" label={translate("form.reason")} lines={2} />
      </Stack>
    </Form>
  );
}

function Second({ row, onDone }: { row: Row; onDone: () => void }) {
  const translate = useTranslate();
  const finished = useFinished(onDone);
  const form = useForm({ defaultValues: { number: "" } });
  const { act, error } = useAct();
  const typed = form.watch("number").trim() === row.number;
  const decide = async (confirm: boolean, idempotencyKey?: string) => {
    await api.post("/api/children/purges-due/{id}/confirm", { path: { id: row.childId }, body: { confirm }, idempotencyKey });
    await finished();
  };
  if (row.decision!.byCaller)
    return (
      <>
        <PurgeDecision decision={row.decision!} />
        <Alert severity="info" sx={{ my: 1.5 }}>
          {translate("purge.second-needed")}
        </Alert>
        <Button onClick={onDone}>{translate("form.back")}</Button>
      </>
    );
  return (
    <Form
      draft={null}
      form={form}
      idPrefix="confirm-purge-"
      submit={translate("purge.confirm")}
      disabled={!typed}
      secondary={
        <>
          <Button variant="outlined" onClick={() => act(() => decide(false))}>
            {translate("purge.refuse")}
          </Button>
          <Button onClick={onDone}>{translate("form.back")}</Button>
          <Refusal error={error} />
        </>
      }
      send={(_, key) => decide(true, key)}
    >
      <Stack>
        <PurgeDecision decision={row.decision!} />
        <Typography>{translate("purge.confirm-text", { name: row.fullName, number: row.number })}</Typography>
        <Text name="number" label={translate("field.number")} width={260} mono />
      </Stack>
    </Form>
  );
}

function useFinished(onDone: () => void) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  return async () => {
    notify(translate("form.saved"), { type: "success" });
    await changed(...caseChanges);
    onDone();
  };
}
