import { Button, Typography } from "@mui/material";
import { useRef, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { measureObstacleCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { today } from "../../ui/dates";
import { contentOf, FileField } from "../../ui/FileField";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, RadioChoice, Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Severity } from "../../ui/Severity";
import type { SentFile } from "../../ui/AttachFile";
import { SentEvidence } from "./AddEvidence";

type Mine = Schemas["MyMeasure"];

/** [16, 13b.4] What was done for a measure, with its evidence, in one save. */
export function ReportMeasure({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const translate = useTranslate();
  const say = useSay();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({
    defaultValues: {
      status: "done",
      obstacle: (mine.measure.obstacle ?? "") as Schemas["MeasureObstacle"] | "",
      result: mine.measure.result ?? "",
      on: today(),
      evidence: "",
      title: "",
      content: null as File | null,
    },
  });
  const fileKey = useRef(crypto.randomUUID());
  const [sent, setSent] = useState<SentFile[]>([]);
  const hasFile = form.watch("content") !== null;
  const notPossible = form.watch("status") === "not-possible";
  return (
    <Panel title={translate("measure.report")}>
      <Typography sx={{ mb: 1.5 }}>
        {say(mine.measure.text)} · {mine.childName} · {mine.number} <Severity value={mine.mark.severity} />
      </Typography>
      <Form
        draft={{ form: "report-measure", record: mine.measure.id, subject: mine.childId }}
        form={form}
        idPrefix="report-"
        submit={translate("form.save")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async ({ title, content, ...values }, key) => {
          // the file goes first: if it is refused, the report is still unsent; once sent, it is not sent again
          if (content) {
            const file = { name: content.name, title, content: await contentOf(content) };
            await api.post("/api/plans/measures/{id}/evidence", {
              path: { id: mine.measure.id },
              body: file,
              idempotencyKey: fileKey.current,
            });
            fileKey.current = crypto.randomUUID();
            setSent((before) => [...before, file]);
            form.setValue("content", null);
            form.setValue("title", "");
          }
          await api.post("/api/plans/measures/{id}/report", {
            path: { id: mine.measure.id },
            body: {
              ...values,
              status: values.status as Schemas["MeasureStatus"],
              obstacle: values.obstacle || null,
              evidence: values.evidence || null,
            },
            idempotencyKey: key,
          });
          notify(translate("form.saved"), { type: "success" });
          await changed(...caseChanges);
          onDone();
        }}
      >
        <Stack>
          <RadioChoice
            name="status"
            label={translate("field.status")}
            options={(["in-progress", "done", "not-possible"] satisfies Schemas["MeasureStatus"][]).map((s) => ({
              value: s,
              label: translate(`measure-status.${s}`),
            }))}
          />
          <Choice
            name="obstacle"
            label={translate("measure.obstacle")}
            optional={!notPossible}
            options={measureObstacleCodes.map((value) => ({ value, label: translate(`measure-obstacle.${value}`) }))}
          />
          <Text name="result" label={translate("measure.result-text")} lines={3} />
          <Row>
            <Day name="on" label={translate("measure.on")} />
            <Text name="evidence" label={translate("measure.evidence")} optional />
          </Row>
          <FileField name="content" label={translate("measure.file")} />
          {hasFile && <Text name="title" label={translate("file.title")} help={translate("file.title-help")} />}
        </Stack>
      </Form>
      <SentEvidence files={[...mine.files, ...sent]} />
    </Panel>
  );
}
