import { Box, Typography } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { familyConsentCodes } from "../../api/schemaCodes";
import { draftPlanChanges } from "./api/plans";
import { useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { RadioChoice, Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { useDictionary, useSay } from "../../ui/reference";
import type { Plan } from "./plan";

/** Needs with their goals, each answered by measures or a written reason; and what the family says. */
export function Needs({ plan, version }: { plan: Plan; version: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const say = useSay();
  const need = useDictionary("need");
  const reasons = Object.fromEntries(plan.needs.map((n) => [n.need, n.reason ?? ""]));
  const form = useForm({ defaultValues: { family: plan.family, note: plan.familyNote ?? "", needReasons: reasons } });
  const lines = (
    <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0, mb: 2 }}>
      {plan.needs.map((n) => (
        <Box component="li" key={n.need} sx={{ py: 0.75, borderBottom: 1, borderColor: "divider" }}>
          <Typography>
            <b>{say(n.name) || need.name(n.need)}</b> → {say(n.goal)}
          </Typography>
          {n.measures > 0 ? (
            <Typography variant="body2" color="success.main">
              {translate("plan.need-measures", { smart_count: n.measures })}
            </Typography>
          ) : plan.canEdit ? (
            <Text name={`needReasons.${n.need}`} label={translate("plan.need-reason")} lines={2} />
          ) : (
            <Typography variant="body2">{n.reason}</Typography>
          )}
        </Box>
      ))}
    </Box>
  );
  return (
    <Panel title={translate("plan.needs")}>
      {plan.canEdit ? (
        <Form
          draft={{ form: "record-family", record: plan.id, subject: plan.childId }}
          form={form}
          idPrefix="family-"
          submit={translate("form.save")}
          send={async (values) => {
            const kept = Object.fromEntries(Object.entries(values.needReasons).filter(([, text]) => text.trim()));
            await api.put("/api/plans/{id}/family", {
              path: { id: plan.id },
              body: { family: values.family, note: values.note || null, needReasons: kept },
              version,
            });
            notify(translate("form.saved"), { type: "success" });
            await changed(...draftPlanChanges(plan.id));
          }}
        >
          {lines}
          <Stack>
            <RadioChoice
              name="family"
              label={translate("plan.family")}
              options={familyConsentCodes.map((f) => ({
                value: f,
                label: translate(`family.${f}`),
              }))}
            />
            <Text name="note" label={translate("plan.family-note")} lines={2} optional={form.watch("family") !== "refuses"} />
          </Stack>
        </Form>
      ) : (
        <>
          {lines}
          <Typography>
            {translate("plan.family")}: {translate(`family.${plan.family}`)} {plan.familyNote}
          </Typography>
        </>
      )}
    </Panel>
  );
}
