import { Alert, Button } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { allOf } from "../../api/codes";
import { sexCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, PinField, RadioChoice, Text } from "../../ui/fields";
import { useDictionary } from "../../ui/reference";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { clean } from "../../ui/clean";

type Signal = Schemas["GetSignalResponse"];
type Request = Schemas["SignalAmendment"];

const valuesOf = (s: Signal) => ({
  source: s.source,
  channel: s.channel,
  foundOn: s.foundOn,
  receivedOn: s.source === "report-received" ? s.receivedOn : "",
  territory: s.foundTerritory,
  address: s.contents.address ?? "",
  child: {
    ...s.contents.child,
    surname: s.contents.child.surname ?? "",
    name: s.contents.child.name ?? "",
    patronymic: s.contents.child.patronymic ?? "",
    sex: s.contents.child.sex ?? "",
    birthDate: s.contents.child.birthDate ?? "",
    age: s.contents.child.age?.toString() ?? "",
    pin: s.contents.child.pin ?? "",
    note: s.contents.child.note ?? "",
  },
  reason: "",
});

/** The day, place, source or names of a signal were reported wrongly: deadlines, case, card and statistics follow the correction. */
export function CorrectSignal({ signal, version, onBack }: { signal: Signal; version: string; onBack: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: valuesOf(signal) });
  const channels = useDictionary("channel");
  const source = form.watch("source");
  return (
    <Form
      draft={{ form: "correct-signal", record: signal.id, subject: signal.childId ?? undefined }}
      form={form}
      idPrefix="correct-"
      submit={translate("signal.correct")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async (values, idempotencyKey) => {
        const body = clean({
          ...values,
          receivedOn: values.source === "report-received" ? values.receivedOn : null,
          child: { ...values.child, age: values.child.age === "" ? null : Number(values.child.age) },
        }) as Request;
        body.channel ??= "";
        body.territory ??= "";
        body.reason ??= "";
        await api.post("/api/children/signals/{id}/correct", { path: { id: signal.id }, body, version, idempotencyKey });
        await changed(...caseChanges);
        notify(translate("signal.corrected"), { type: "success" });
        onBack();
      }}
    >
      <Stack>
        <Alert severity="info">{translate(signal.childId ? "signal.correct-follows" : "signal.correct-help")}</Alert>
        <RadioChoice
          name="source"
          label={translate("signal.source")}
          options={allOf<Schemas["SignalSource"]>()(["report-received", "found-by-specialist"]).map((value) => ({
            value,
            label: translate(`source.${value}`),
          }))}
        />
        <Row>
          <Day name="foundOn" label={translate("signal.found-on")} />
          {source === "report-received" && <Day name="receivedOn" label={translate("signal.received-on")} />}
        </Row>
        <Choice name="channel" label={translate("signal.channel")} options={channels.options} />
        <Row>
          <TerritoryPick all name="territory" label={translate("signal.found-territory")} />
          <Text name="address" label={translate("field.address")} optional />
        </Row>
        <Row>
          <Text name="child.surname" label={translate("field.surname")} optional />
          <Text name="child.name" label={translate("field.name")} optional />
          <Text name="child.patronymic" label={translate("field.patronymic")} optional />
        </Row>
        <Row>
          <Choice
            name="child.sex"
            label={translate("field.sex")}
            optional
            options={sexCodes.map((value) => ({ value, label: translate(`sex.${value}`) }))}
          />
          <Day name="child.birthDate" label={translate("field.birth-date")} optional />
          <Text name="child.age" label={translate("signal.age")} optional width={120} />
          <PinField name="child.pin" label={translate("field.pin")} optional />
        </Row>
        <Text name="child.note" label={translate("signal.child-note")} optional lines={2} />
        <Text name="reason" label={translate("signal.correct-reason")} lines={2} />
      </Stack>
    </Form>
  );
}
