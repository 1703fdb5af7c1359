import { Button } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, etag, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { PinField, RadioChoice, Text } from "../../ui/fields";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";

/** The holder corrects the contested number of the card, or marks it as being clarified. */
export function SettleNumberConflict({ request: r }: { request: Schemas["CaseRequestView"] }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const [settling, setSettling] = useState(false);
  const form = useForm({ defaultValues: { how: "being-clarified", pin: "", because: "" } });
  const corrects = form.watch("how") === "corrected";
  if (!settling)
    return (
      <FormButton draft={`settle-number.${r.id}`} size="small" variant="outlined" sx={{ mt: 1 }} onOpen={() => setSettling(true)}>
        {translate("number-conflict.to-settle")}
      </FormButton>
    );
  return (
    <Opened sx={{ mt: 1 }}>
      <Form
        draft={{ form: "settle-number", record: r.id, subject: r.childId ?? undefined }}
        form={form}
        idPrefix={`settle-${r.id}-`}
        strip="section."
        submit={translate("number-conflict.settle")}
        secondary={<Button onClick={() => setSettling(false)}>{translate("form.back")}</Button>}
        send={async ({ pin, because }, key) => {
          await api.post("/api/children/case-requests/{id}/settle", {
            path: { id: r.id },
            body: { because, pin: (corrects && pin) || null, beingClarified: !corrects },
            version: etag(r.version),
            idempotencyKey: key,
          });
          await changed(...caseChanges);
          notify(translate("number-conflict.settled"), { type: "success" });
        }}
      >
        <Stack>
          <RadioChoice
            name="how"
            label={translate("number-conflict.how")}
            options={(["being-clarified", "corrected"] satisfies Schemas["NumberSettling"][]).map((value) => ({
              value,
              label: translate(`number-conflict.${value}`),
              help: translate(`number-conflict.${value}-help`),
            }))}
          />
          {corrects && <PinField name="pin" label={translate("number-conflict.right-pin")} optional />}
          <Text name="because" label={translate("number-conflict.because")} lines={3} />
        </Stack>
      </Form>
    </Opened>
  );
}
