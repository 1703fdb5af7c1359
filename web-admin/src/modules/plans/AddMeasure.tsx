import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { draftPlanChanges } from "./api/plans";
import { useChanged } from "../../app/core/api/keys";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { useDictionary } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import type { Plan } from "./plan";
import { useResponsibles } from "./rules";
import { FormButton } from "../../ui/drafts/FormButton";

/** A measure added by the specialist. */
export function AddMeasure({ plan, version }: { plan: Plan; version: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const needs = useDictionary("need");
  const bodies = useDictionary("body-kind");
  const responsibles = useResponsibles(plan.id);
  const [open, setOpen] = useState(false);
  const form = useForm({
    defaultValues: { need: "", text: "", body: "", priority: "2", workingDays: "10", responsibleId: null as string | null },
  });
  if (!open)
    return (
      <FormButton draft={`add-measure.${plan.id}`} sx={{ mt: 1.5 }} onOpen={() => setOpen(true)}>
        {translate("measure.add")}
      </FormButton>
    );
  return (
    <Opened>
      <Form
        draft={{ form: "add-measure", record: plan.id, subject: plan.childId }}
        form={form}
        idPrefix="add-"
        submit={translate("measure.add")}
        secondary={<Button onClick={() => setOpen(false)}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          await api.post("/api/plans/{id}/measures", {
            path: { id: plan.id },
            body: { ...values, priority: Number(values.priority), workingDays: Number(values.workingDays) || 0 },
            version,
            idempotencyKey: key,
          });
          form.reset();
          setOpen(false);
          await changed(...draftPlanChanges(plan.id));
        }}
      >
        <Stack>
          <Text name="text" label={translate("measure.text")} lines={2} />
          <Row>
            <Choice name="need" label={translate("circumstance.need")} options={needs.options} />
            <Choice name="body" label={translate("measure.body")} options={bodies.options} />
            <Pick name="responsibleId" label={translate("measure.responsible")} options={responsibles} optional />
          </Row>
          <Row>
            <Choice
              name="priority"
              label={translate("measure.priority")}
              options={["1", "2", "3"].map((p) => ({ value: p, label: translate(`priority.${p}`) }))}
            />
            <Text name="workingDays" label={translate("measure.days")} width={120} />
          </Row>
        </Stack>
      </Form>
    </Opened>
  );
}
