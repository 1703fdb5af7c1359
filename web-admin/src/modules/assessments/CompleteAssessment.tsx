import { Alert } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { conclusionCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { RadioChoice, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Panel } from "../../ui/Page";
import { useDictionary } from "../../ui/reference";

/** [13b.3, 19.3] Conclusion, causes and summary; a conclusion that differs from the one suggested by the risk needs a reason. */
export function CompleteAssessment({
  assessment: a,
  version,
  left,
  saved,
}: {
  assessment: Schemas["AssessmentView"];
  version: () => string;
  left: number;
  saved: boolean;
}) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const causes = useDictionary("cause");
  const known = a.circumstances.filter((c) => c.startsWith("cause.")).map((c) => c.slice(6));
  const form = useForm({ defaultValues: { conclusion: a.proposed, causes: known, summary: "", otherThanProposed: "" } });
  const other = form.watch("conclusion") !== a.proposed;
  return (
    <Panel title={translate("assessment.complete")}>
      {left > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate("assessment.left", { smart_count: left })}
        </Alert>
      )}
      <Form
        draft={{ form: "complete-assessment", record: a.id, subject: a.childId }}
        form={form}
        idPrefix="complete-"
        submit={translate("assessment.complete")}
        send={async (values, key) => {
          if (!saved) return notify(translate("assessment.saving"), { type: "info" });
          await api.post("/api/assessments/{id}/complete", {
            path: { id: a.id },
            body: {
              conclusion: values.conclusion,
              causes: values.causes,
              summary: values.summary,
              otherThanProposed: other ? values.otherThanProposed : null,
            },
            version: version(),
            idempotencyKey: key,
          });
          await changed(...caseChanges);
          notify(translate("assessment.completed"), { type: "success" });
          void navigate(`/children/${a.childId}?tab=assessment`);
        }}
      >
        <Stack>
          <RadioChoice
            name="conclusion"
            label={translate("assessment.conclusion")}
            options={conclusionCodes.map((c) => ({
              value: c,
              label: translate(`conclusion.${c}`),
              help: c === a.proposed ? translate("assessment.proposed") : undefined,
            }))}
          />
          {other && <Text name="otherThanProposed" label={translate("assessment.other-because")} lines={2} />}
          <Pick name="causes" label={translate("assessment.causes")} options={causes.options} multiple />
          <Text name="summary" label={translate("assessment.summary")} lines={4} />
        </Stack>
      </Form>
    </Panel>
  );
}
