import { Box, Button, Typography } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useFieldArray, useForm } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { allOf } from "../../api/codes";
import { sexCodes, urgencyCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { useMe } from "../../app/core/me";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, Day, PinField, RadioChoice, Text } from "../../ui/fields";
import { Page, Panel } from "../../ui/Page";
import { PointFields } from "../../ui/PointFields";
import { useDictionary, useName, useTerritoryName } from "../../ui/reference";
import { clean } from "../../ui/clean";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { Because, DateQuestion } from "./dates";
import { Many, RelativeFields, noRelative } from "./sections/fields";

type Request = Schemas["SignalReport"];
const noChild = {
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
};
const mostSiblings = 9;
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
  child: noChild,
  siblings: [] as (typeof noChild)[],
  relatives: [] as (typeof noRelative)[],
});

/** [13b.1, 19.1, 19.2] A child at risk is found or reported. */
export function RegisterSignal() {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const me = useMe();
  const form = useForm({ defaultValues: empty(me.territory) });
  const channels = useDictionary("channel");
  const territoryName = useTerritoryName();
  const name = useName();
  const siblings = useFieldArray({ control: form.control, name: "siblings" });
  const several = siblings.fields.length > 0;
  const source = form.watch("source");
  const anonymous = form.watch("reporter.anonymous");

  const send = async (values: ReturnType<typeof empty>, key: string) => {
    const number = (text: string) => (text === "" ? null : Number(text.replace(",", ".")));
    const known = (child: typeof noChild) => ({ ...child, age: number(child.age) });
    const body = clean({
      ...values,
      receivedOn: values.source === "report-received" ? values.receivedOn : null,
      latitude: number(values.latitude),
      longitude: number(values.longitude),
      child: known(values.child),
      siblings: (values.siblings ?? []).map(known),
      relatives: values.relatives ?? [],
    }) as Request;
    body.account ??= "";
    body.channel ??= "";
    body.territory ??= "";
    const { data } = await api.post("/api/children/signals", { body, idempotencyKey: key });
    await changed(...caseChanges);
    const numbers = [data.number, ...data.siblings.map((s) => s.number)].join(", ");
    const said = {
      number: numbers,
      due: showDate(data.dueOn),
      territory: territoryName(body.territory),
      body: name(data.actor ?? undefined),
    };
    notify(
      translate(
        data.actor ? "signal.registered-without-holder" : data.forwarded ? "signal.registered-elsewhere" : "signal.registered",
        said,
      ),
      { type: "success", autoHideDuration: data.forwarded ? 10_000 : undefined },
    );
    void navigate(data.forwarded ? "/signals" : `/signals/${data.id}`);
  };

  return (
    <Page title={translate("signal.register")}>
      <Form form={form} draft={{ form: "register-signal" }} send={send} submit={translate("signal.send")}>
        <Panel title={translate("signal.part-how")}>
          <Stack>
            <RadioChoice
              name="source"
              label={translate("signal.source")}
              options={allOf<Schemas["SignalSource"]>()(["report-received", "found-by-specialist"]).map((value) => ({
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
                options={urgencyCodes.map((value) => ({
                  value,
                  label: translate(`urgency.${value}`),
                }))}
              />
            </Row>
            <Because name="lateBecause" label={translate("dates.late-because")} />
            <Choice name="channel" label={translate("signal.channel")} options={channels.options} />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-where")}>
          <Stack>
            <TerritoryPick all name="territory" label={translate("field.territory")} />
            <Text name="address" label={translate("field.address")} optional />
            <PointFields />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-what")}>
          <Text name="account" label={translate("signal.account")} help={translate("signal.account-help")} lines={4} />
        </Panel>
        <Panel title={translate("signal.part-child")}>
          <Stack>
            {several && <Typography variant="h3">{translate("signal.child-at", { order: 1 })}</Typography>}
            <ChildFields at="child." several={several} />
            {siblings.fields.map((sibling, index) => (
              <Box key={sibling.id} role="group" aria-labelledby={`sibling-${index}`} sx={{ borderTop: 1, borderColor: "divider", pt: 2 }}>
                <Typography id={`sibling-${index}`} variant="h3" sx={{ mb: 1.5 }}>
                  {translate("signal.child-at", { order: index + 2 })}
                </Typography>
                <ChildFields at={`siblings.${index}.`} several />
                <Button size="small" color="inherit" onClick={() => siblings.remove(index)} sx={{ mt: 1 }}>
                  {translate("form.remove")}
                </Button>
              </Box>
            ))}
            {siblings.fields.length < mostSiblings && (
              <Box>
                <Button variant="outlined" size="small" onClick={() => siblings.append(noChild)}>
                  {translate("signal.add-child")}
                </Button>
              </Box>
            )}
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-relatives")}>
          <Typography color="textSecondary" sx={{ mb: 1.5 }}>
            {translate("signal.relatives-help")}
          </Typography>
          <Many name="relatives" one="relative" add={translate("relatives.add")} empty={noRelative}>
            {(at) => <RelativeFields at={at} />}
          </Many>
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

/** What is first known about one child. */
function ChildFields({ at, several }: { at: string; several: boolean }) {
  const translate = useTranslate();
  return (
    <Stack>
      <Row>
        <Text name={`${at}surname`} label={translate("field.surname")} optional />
        <Text name={`${at}name`} label={translate("field.name")} optional />
        <Text name={`${at}patronymic`} label={translate("field.patronymic")} optional />
      </Row>
      <Row>
        <Choice
          name={`${at}sex`}
          label={translate("field.sex")}
          optional
          options={sexCodes.map((value) => ({ value, label: translate(`sex.${value}`) }))}
        />
        <Day name={`${at}birthDate`} label={translate("field.birth-date")} optional />
        <Text name={`${at}age`} label={translate("signal.age")} optional width={120} />
        <PinField name={`${at}pin`} label={translate("field.pin")} optional />
      </Row>
      <DateQuestion prefix={at} withAge />
      <Because name={`${at}adultBecause`} label={translate("dates.adult-because")} />
      <Text
        name={`${at}note`}
        label={translate("signal.child-note")}
        help={several ? translate("signal.describe") : undefined}
        optional
        lines={2}
      />
    </Stack>
  );
}
