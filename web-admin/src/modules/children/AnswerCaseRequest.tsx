import { Button } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, etag, type Schemas } from "../../api/client";
import { allOf } from "../../api/codes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { RadioChoice, Text } from "../../ui/fields";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";

type Answer = "offer" | "refuse" | NonNullable<Schemas["WrongNumberAt"]>;
const answers = allOf<Answer>()(["offer", "refuse", "here", "there"]);

/** The holder offers the case to the requester, refuses, or says where the number was entered wrongly. */
export function AnswerCaseRequest({ request: r }: { request: Schemas["CaseRequestView"] }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const [answering, setAnswering] = useState(false);
  const form = useForm({ defaultValues: { how: "offer" as Answer, reason: "", remarks: "" } });
  if (!answering)
    return (
      <FormButton draft={`answer-case-request.${r.id}`} size="small" variant="outlined" sx={{ mt: 1 }} onOpen={() => setAnswering(true)}>
        {translate("case-request.to-answer")}
      </FormButton>
    );
  return (
    <Opened sx={{ mt: 1 }}>
      <Form
        draft={{ form: "answer-case-request", record: r.id, subject: r.childId ?? undefined }}
        form={form}
        idPrefix={`answer-${r.id}-`}
        submit={translate("case-request.send-answer")}
        secondary={<Button onClick={() => setAnswering(false)}>{translate("form.back")}</Button>}
        send={async ({ how, reason, remarks }, key) => {
          if (how === "offer")
            await api.post("/api/children/cards/{id}/transfers", {
              path: { id: r.childId! },
              body: { to: r.askerId!, territory: r.forTerritory!, reason },
              idempotencyKey: key,
            });
          else
            await api.post("/api/children/case-requests/{id}/answer", {
              path: { id: r.id },
              body: { remarks, wrongAt: how === "refuse" ? null : how },
              version: etag(r.version),
              idempotencyKey: key,
            });
          await changed(...caseChanges);
          notify(translate("case-request.answered"), { type: "success" });
        }}
      >
        <Stack>
          <RadioChoice
            name="how"
            label={translate("case-request.your-answer")}
            options={answers.map((value) => ({
              value,
              label: translate(`case-request.answer-${value}`),
              help: translate(`case-request.answer-${value}-help`),
            }))}
          />
          {/* a transfer calls it a reason, an answer remarks: refusals are shown at the field */}
          <Text name={form.watch("how") === "offer" ? "reason" : "remarks"} label={translate("case-request.remarks")} lines={3} />
        </Stack>
      </Form>
    </Opened>
  );
}
