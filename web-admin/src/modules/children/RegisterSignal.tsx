import { Box, Button, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useFieldArray, useForm, useFormContext } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useMe } from "../../app/me";
import { DraftLine } from "../../ui/DraftLine";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, Day, PinField, RadioChoice, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Page, Panel } from "../../ui/Page";
import { PointFields } from "../../ui/PointFields";
import { useDictionary, useName, useTerritoryName, useTerritoryOptions } from "../../ui/reference";
import { useDraft } from "../../ui/useDraft";
import { clean } from "./clean";
import { Many, RelativeFields, noRelative } from "./sections/fields";

type Request = Schemas["RegisterSignalRequest"];
const noChild = { surname: "", name: "", patronymic: "", sex: "", birthDate: "", age: "", pin: "", note: "", nameUnknown: false };
const mostSiblings = 9;
const empty = (territory: string | null | undefined) => ({
  source: "report-received",
  channel: "",
  urgency: "ordinary",
  foundOn: today(),
  receivedOn: today(),
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
  const queries = useQueryClient();
  const me = useMe();
  const form = useForm({ defaultValues: empty(me.territory) });
  const draft = useDraft(form, "register-signal");
  const channels = useDictionary("channel");
  const territories = useTerritoryOptions();
  const territoryName = useTerritoryName();
  const name = useName();
  const siblings = useFieldArray({ control: form.control, name: "siblings" });
  const source = form.watch("source");
  const anonymous = form.watch("reporter.anonymous");

  const send = async (values: ReturnType<typeof empty>, key: string) => {
    const number = (text: string) => (text === "" ? null : Number(text.replace(",", ".")));
    // nothing typed counts as a name once the name is said to be unknown
    const known = (child: typeof noChild) => ({
      ...child,
      ...(child.nameUnknown ? { surname: "", name: "", patronymic: "" } : {}),
      age: number(child.age),
    });
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
    await draft.drop();
    await queries.invalidateQueries();
    const numbers = [data.number, ...data.siblings.map((s) => s.number)].join(", ");
    const said = {
      number: numbers,
      due: showDate(data.dueOn),
      territory: territoryName(body.territory),
      body: name({ nameKy: data.actorKy ?? "", nameRu: data.actorRu ?? "" }),
    };
    notify(
      translate(
        data.actorKy ? "signal.registered-without-holder" : data.forwarded ? "signal.registered-elsewhere" : "signal.registered",
        said,
      ),
      { type: "success", autoHideDuration: data.forwarded ? 10_000 : undefined },
    );
    void navigate(data.forwarded ? "/signals" : `/signals/${data.id}`);
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
            <Choice name="channel" label={translate("signal.channel")} options={channels.options} />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-where")}>
          <Stack>
            <Pick name="territory" label={translate("field.territory")} options={territories} />
            <Text name="address" label={translate("field.address")} optional />
            <PointFields />
          </Stack>
        </Panel>
        <Panel title={translate("signal.part-what")}>
          <Text name="account" label={translate("signal.account")} help={translate("signal.account-help")} lines={4} />
        </Panel>
        <Panel title={translate("signal.part-child")}>
          <Stack>
            <ChildFields at="child." />
            {siblings.fields.map((sibling, index) => (
              <Box key={sibling.id} role="group" aria-labelledby={`sibling-${index}`} sx={{ borderTop: 1, borderColor: "divider", pt: 2 }}>
                <Typography id={`sibling-${index}`} variant="h3" sx={{ mb: 1.5 }}>
                  {translate("signal.child-at", { order: index + 2 })}
                </Typography>
                <ChildFields at={`siblings.${index}.`} />
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
          <Typography color="text.secondary" sx={{ mb: 1.5 }}>
            {translate("signal.relatives-help")}
          </Typography>
          <Many name="relatives" add={translate("relatives.add")} empty={noRelative}>
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
function ChildFields({ at }: { at: string }) {
  const translate = useTranslate();
  const nameless = useFormContext().watch(`${at}nameUnknown`) as boolean;
  return (
    <Stack>
      <Check name={`${at}nameUnknown`} label={translate("signal.name-unknown")} />
      {!nameless && (
        <Row>
          <Text name={`${at}surname`} label={translate("field.surname")} optional />
          <Text name={`${at}name`} label={translate("field.name")} optional />
          <Text name={`${at}patronymic`} label={translate("field.patronymic")} optional />
        </Row>
      )}
      <Row>
        <Choice
          name={`${at}sex`}
          label={translate("field.sex")}
          optional
          options={["female", "male"].map((value) => ({ value, label: translate(`sex.${value}`) }))}
        />
        <Day name={`${at}birthDate`} label={translate("field.birth-date")} optional />
        <Text name={`${at}age`} label={translate("signal.age")} optional width={120} />
        <PinField name={`${at}pin`} label={translate("field.pin")} optional />
      </Row>
      <Text name={`${at}note`} label={translate(nameless ? "signal.describe" : "signal.child-note")} optional={!nameless} lines={2} />
    </Stack>
  );
}
