import { useQueryClient } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useMe } from "../../app/me";
import { DraftLine } from "../../ui/DraftLine";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, Day, PinField, RadioChoice, Text } from "../../ui/fields";
import { Page, Panel } from "../../ui/Page";
import { PointFields } from "../../ui/PointFields";
import { useDictionary } from "../../ui/reference";
import { useDraft } from "../../ui/useDraft";
import { clean } from "./clean";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { Because, DateQuestion } from "./dates";

type Request = Schemas["RegisterSignalRequest"];
const empty = (territory: string | null | undefined) => ({
  source: "report-received",
  channel: "",
  urgency: "ordinary",
  foundOn: today(),
  receivedOn: today(),
  lateBecause: "",
  territory: territory ?? "",
  address: "",
  latitude: "",
  longitude: "",
  account: "",
  reporter: { anonymous: false, name: "", phone: "", relation: "" },
  child: {
    surname: "",
    name: "",
    patronymic: "",
    sex: "",
    birthDate: "",
    age: "",
    pin: "",
    note: "",
    birthDateInDoubt: false,
    adultBecause: "",
  },
});

/** [13b.1, 19.1, 19.2] A child at risk is found or reported. */
export function RegisterSignal() {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const form = useForm({ defaultValues: empty(me.territory) });
  const draft = useDraft(form, "register-signal");
  const channels = useDictionary("channel");
  const source = form.watch("source");
  const anonymous = form.watch("reporter.anonymous");

  const send = async (values: ReturnType<typeof empty>, key: string) => {
    const number = (text: string) => (text === "" ? null : Number(text.replace(",", ".")));
    const body = clean({
      ...values,
      receivedOn: values.source === "report-received" ? values.receivedOn : null,
      latitude: number(values.latitude),
      longitude: number(values.longitude),
      child: { ...values.child, age: number(values.child.age) },
    }) as Request;
    body.account ??= "";
    body.channel ??= "";
    body.territory ??= "";
    const { data } = await api.post("/api/children/signals", { body, idempotencyKey: key });
    await draft.drop();
    await queries.invalidateQueries();
    notify(translate("signal.registered", { number: data.number, due: showDate(data.dueOn) }), { type: "success" });
    void navigate(`/signals/${data.id}`);
  };

  return (
    <Page
      title={translate("signal.register")}
      subtitle={<DraftLine {...draft} onDrop={() => void draft.drop().then(() => form.reset(empty(me.territory)))} />}
    >
      <Form form={form} send={send} submit={translate("signal.send")}>
        <Panel title={translate("signal.part-how")}>
          <Stack>
            <RadioChoice
              name="source"
              label={translate("signal.source")}
              options={(["report-received", "found-by-specialist"] as const).map((value) => ({
                value,
                label: translate(`source.${value}`),
                help: translate(`source-help.${value}`),
              }))}
            />
            <Row>
              <Day name="foundOn" label={translate("signal.found-on")} />
              {source === "report-received" && <Day name="receivedOn" label={translate("signal.received-on")} />}
              <Choice
                name="urgency"
                label={translate("signal.urgency")}
                options={["ordinary", "urgent", "immediate"].map((value) => ({ value, label: translate(`urgency.${value}`) }))}
              />
            </Row>
            <Because name="lateBecause" label={translate("dates.late-because")} />
            <Choice name="channel" label={translate("signal.channel")} options={channels.options} />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-where")}>
          <Stack>
            <TerritoryPick name="territory" label={translate("field.territory")} />
            <Text name="address" label={translate("field.address")} optional />
            <PointFields />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-what")}>
          <Text name="account" label={translate("signal.account")} help={translate("signal.account-help")} lines={4} />
        </Panel>
        <Panel title={translate("signal.part-child")}>
          <Stack>
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
                options={["female", "male"].map((value) => ({ value, label: translate(`sex.${value}`) }))}
              />
              <Day name="child.birthDate" label={translate("field.birth-date")} optional />
              <Text name="child.age" label={translate("signal.age")} optional width={120} />
              <PinField name="child.pin" label={translate("field.pin")} optional />
            </Row>
            <DateQuestion prefix="child." withAge />
            <Because name="child.adultBecause" label={translate("dates.adult-because")} />
            <Text name="child.note" label={translate("signal.child-note")} optional lines={2} />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-reporter")}>
          <Stack>
            <Check name="reporter.anonymous" label={translate("signal.anonymous")} />
            {!anonymous && (
              <Row>
                <Text name="reporter.name" label={translate("field.full-name")} optional />
                <Text name="reporter.phone" label={translate("field.phone")} optional />
                <Text name="reporter.relation" label={translate("signal.reporter-relation")} optional />
              </Row>
            )}
          </Stack>
        </Panel>
      </Form>
    </Page>
  );
}
