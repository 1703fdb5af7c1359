import { Button } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useSearchParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { askerCodes } from "../../api/schemaCodes";
import { disclosureChanges } from "./api/disclosures";
import { useChanged } from "../../app/core/api/keys";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Day, RadioChoice, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Page, Panel } from "../../ui/Page";

const kinds = ["card", "assessment", "plan", "monitoring"] satisfies Schemas["PaperKind"][];

/** [27] A request for confidential information about a child. */
export function RegisterDisclosure() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const child = useSearchParams()[0].get("child") ?? "";
  const form = useForm({
    defaultValues: {
      asker: "state-body" as Schemas["Asker"],
      askedBy: "",
      ground: "",
      document: "",
      purpose: "",
      askedOn: today(),
      wanted: [] as Schemas["PaperKind"][],
    },
  });
  return (
    <Page title={translate("disclosure.register")} subtitle={translate("disclosure.help")}>
      <Panel>
        <Form
          draft={{ form: "register-disclosure", record: child, subject: child }}
          form={form}
          idPrefix="disclosure-"
          submit={translate("disclosure.register")}
          secondary={<Button onClick={() => navigate(`/children/${child}?tab=people`)}>{translate("form.back")}</Button>}
          send={async (body, idempotencyKey) => {
            const { data } = await api.post("/api/integration/disclosures/of-child/{id}", { path: { id: child }, body, idempotencyKey });
            await changed(...disclosureChanges);
            notify(data.answerBy ? translate("disclosure.answer-by", { day: showDate(data.answerBy) }) : translate("form.saved"), {
              type: "success",
            });
            void navigate(`/disclosures/${data.id}`);
          }}
        >
          <Stack>
            <RadioChoice
              name="asker"
              label={translate("disclosure.asker")}
              options={askerCodes.map((value) => ({
                value,
                label: translate(`asker.${value}`),
                help: translate(`asker-help.${value}`),
              }))}
            />
            <Text name="askedBy" label={translate("disclosure.asked-by")} />
            <Text name="ground" label={translate("disclosure.ground")} lines={2} />
            <Row>
              <Text name="document" label={translate("disclosure.document")} />
              <Day name="askedOn" label={translate("disclosure.asked-on")} />
            </Row>
            <Text name="purpose" label={translate("disclosure.purpose")} lines={2} />
            {form.watch("asker") === "state-body" && (
              <Pick
                name="wanted"
                multiple
                label={translate("disclosure.wanted")}
                options={kinds.map((value) => ({ value, label: translate(`paper-kind.${value}`) }))}
              />
            )}
          </Stack>
        </Form>
      </Panel>
    </Page>
  );
}
