import { Button } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { Choice, Text } from "../../ui/fields";
import { useDictionary } from "../../ui/reference";

/** The signal turned out unfounded: a reason and what was found on site. */
export function CloseUnfounded({ id, version, onBack }: { id: string; version: string; onBack: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const reasons = useDictionary("unfounded-reason");
  const form = useForm({ defaultValues: { reason: "", note: "" } });
  return (
    <Form
      draft={{ form: "close-unfounded", record: id }}
      form={form}
      submit={translate("signal.close-unfounded")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async (values, key) => {
        await api.post("/api/children/signals/{id}/close-unfounded", { path: { id }, body: values, version, idempotencyKey: key });
        await changed(...caseChanges);
        notify(translate("signal.closed"), { type: "success" });
      }}
    >
      <Stack>
        <Choice name="reason" label={translate("signal.unfounded-reason")} options={reasons.options} />
        <Text name="note" label={translate("signal.unfounded-note")} lines={3} />
      </Stack>
    </Form>
  );
}
