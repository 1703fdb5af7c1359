import { Button, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { RadioChoice, Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import type { Plan } from "./plan";

/** The specialist sends the plan for approval; the territorial unit approves it or returns it with remarks. */
export function DecidePlan({ plan, version }: { plan: Plan; version: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const submit = useMutation({
    mutationFn: () => api.post("/api/plans/{id}/submit", { path: { id: plan.id }, version }),
    onSuccess: async () => {
      notify(translate("plan.submitted"), { type: "success" });
      await changed(...caseChanges);
    },
  });
  const form = useForm({ defaultValues: { approve: "yes", remarks: "" } });
  if (plan.canEdit)
    return (
      <Panel title={translate("plan.approval")}>
        <Typography sx={{ mb: 1.5 }}>{translate("plan.submit-help")}</Typography>
        <Button variant="contained" disabled={submit.isPending} onClick={() => submit.mutate()}>
          {translate("plan.submit")}
        </Button>
        <Refusal error={submit.error} />
      </Panel>
    );
  if (!plan.canDecide) return null;
  return (
    <Panel title={translate("plan.approval")}>
      <Form
        draft={{ form: "decide-plan", record: plan.id, subject: plan.childId }}
        form={form}
        idPrefix="decide-"
        submit={translate("plan.decide")}
        send={async (values, key) => {
          await api.post("/api/plans/{id}/decide", {
            path: { id: plan.id },
            body: { approve: values.approve === "yes", remarks: values.remarks || null },
            version,
            idempotencyKey: key,
          });
          notify(translate("form.saved"), { type: "success" });
          await changed(...caseChanges);
        }}
      >
        <Stack>
          <RadioChoice
            name="approve"
            label={translate("plan.decision")}
            options={[
              { value: "yes", label: translate("plan.approve") },
              { value: "no", label: translate("plan.return") },
            ]}
          />
          <Text name="remarks" label={translate("plan.remarks")} lines={3} optional={form.watch("approve") === "yes"} />
        </Stack>
      </Form>
    </Panel>
  );
}
