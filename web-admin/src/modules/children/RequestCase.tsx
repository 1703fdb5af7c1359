import { Button, Dialog, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useId } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { caseRequestChanges } from "./api/transfers";
import { useChanged } from "../../app/core/api/keys";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import type { NumberAt } from "./numberAt";

/** Requests the case of the card with a given number from its holder; nothing about that child is shown. */
export function RequestCase({ pin, at, onDone }: { pin: string; at: NumberAt; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const title = useId();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    // submitting this form must not submit the one beneath it
    <Dialog open onClose={onDone} aria-labelledby={title} onSubmit={(event) => event.stopPropagation()}>
      <DialogTitle id={title}>{translate("case-request.title")}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate("case-request.help")}</Typography>
        <Form
          draft={{ form: "request-case", record: Object.values(at).join("") }}
          form={form}
          idPrefix="case-request-"
          submit={translate("case-request.send")}
          secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
          send={async ({ reason }, key) => {
            const { data } = await api.post("/api/children/case-requests", { body: { pin, reason, ...at }, idempotencyKey: key });
            await changed(...caseRequestChanges);
            notify(translate("case-request.sent", { day: showDate(data.dueOn) }), { type: "success" });
            onDone();
          }}
        >
          <Stack>
            <Text name="reason" label={translate("case-request.reason")} lines={3} />
          </Stack>
        </Form>
      </DialogContent>
    </Dialog>
  );
}
