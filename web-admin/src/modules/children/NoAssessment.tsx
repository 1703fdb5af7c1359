import { Alert, Box, Button, Typography } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { RadioChoice, Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";

type Signal = Schemas["GetSignalResponse"];

const answer = (consented: boolean | null | undefined) => (consented === true ? "agreed" : consented === false ? "refused" : "sent");

/** The outcome of a further report about an assessed child: a new assessment, or a reasoned "none is needed" with consent [19.3, 20.9]. */
export function NoAssessment({ signal: s, version, mayEdit }: { signal: Signal; version: string; mayEdit: boolean }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const said = s.contents.noAssessment;
  if (s.noAssessment?.canDecide)
    return (
      <Panel title={translate("signal.no-assessment")}>
        <Typography sx={{ mb: 2, whiteSpace: "pre-wrap" }}>{said?.reason}</Typography>
        <Decide asked={s.noAssessment} />
      </Panel>
    );
  return (
    <>
      {said && (
        <Alert severity={said.consented === false ? "warning" : said.consented ? "success" : "info"} sx={{ mb: 2 }}>
          <b>{translate(`signal.no-assessment-${answer(said.consented)}`)}</b>
          <Typography sx={{ whiteSpace: "pre-wrap" }}>{[said.reason, said.remarks].filter(Boolean).join("\n")}</Typography>
        </Alert>
      )}
      {mayEdit && s.awaitsAssessment && (
        <Panel title={translate("signal.next")}>
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {translate("signal.next-help")}
          </Typography>
          {asking ? (
            <Opened>
              <Ask id={s.id} version={version} onBack={() => setAsking(false)} />
            </Opened>
          ) : (
            <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap" }}>
              <Button variant="contained" component={Link} to={`/children/${s.childId}?tab=assessment`}>
                {translate("signal.assess-again")}
              </Button>
              <FormButton draft={`ask-no-assessment.${s.id}`} variant="outlined" onOpen={() => setAsking(true)}>
                {translate("signal.no-assessment")}
              </FormButton>
            </Box>
          )}
        </Panel>
      )}
    </>
  );
}

function Ask({ id, version, onBack }: { id: string; version: string; onBack: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Form
      draft={{ form: "ask-no-assessment", record: id }}
      form={form}
      submit={translate("signal.no-assessment-send")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async (values, key) => {
        await api.post("/api/children/signals/{id}/no-assessment", { path: { id }, body: values, version, idempotencyKey: key });
        await changed(...caseChanges);
        notify(translate("signal.no-assessment-sent"), { type: "success" });
      }}
    >
      <Text name="reason" label={translate("signal.no-assessment-reason")} lines={3} />
    </Form>
  );
}

function Decide({ asked }: { asked: NonNullable<Signal["noAssessment"]> }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { consent: "yes", remarks: "" } });
  return (
    <Form
      draft={{ form: "decide-no-assessment", record: asked.id }}
      form={form}
      submit={translate("plan.decide")}
      send={async (values, key) => {
        await api.post("/api/children/no-assessments/{id}/decide", {
          path: { id: asked.id },
          body: { consent: values.consent === "yes", remarks: values.remarks },
          version: etag(asked.version),
          idempotencyKey: key,
        });
        notify(translate("form.saved"), { type: "success" });
        await changed(...caseChanges);
      }}
    >
      <Stack>
        <RadioChoice
          name="consent"
          label={translate("plan.decision")}
          options={[
            { value: "yes", label: translate("closing.consent") },
            { value: "no", label: translate("closing.refuse") },
          ]}
        />
        <Text name="remarks" label={translate("plan.remarks")} lines={3} />
      </Stack>
    </Form>
  );
}
