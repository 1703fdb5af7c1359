import { Box, Button, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { showDate, today } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, RadioChoice, Text } from "../../ui/fields";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Below, Marked, Severity } from "../../ui/Severity";
import { AttachFile, type SentFile } from "../attachments/AttachFile";
import { Filter } from "../children/WorkList";

const obstacles = ["refused", "no-service", "no-place", "no-money", "no-documents", "not-found", "not-needed", "other"] as const;

type Mine = Schemas["MyMeasure"];

/** The measures I am responsible for [16], of whatever body I am: I see these and report on them. */
export function MyMeasures() {
  const translate = useTranslate();
  const say = useSay();
  const [done, setDone] = useState("");
  const [reporting, setReporting] = useState<Mine>();
  return (
    <Page title={translate("menu.my-measures")}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={done}
          onChange={setDone}
          all={translate("measure.running")}
          options={[{ value: "true", label: translate("measure.finished") }]}
          label={translate("field.status")}
        />
      </Box>
      {reporting && <ReportMeasure mine={reporting} onDone={() => setReporting(undefined)} />}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("menu.my-measures")}
          queryKey={["my-measures", done]}
          load={async (cursor) => (await api.get("/api/plans/my-measures", { query: { done: done ? true : undefined, cursor } })).data}
          id={(m) => m.measure.id}
          empty={translate("measure.none-mine")}
          columns={[
            { title: translate("plan.measure"), cell: (m) => say(m.measure.text), main: true },
            { title: translate("field.child"), cell: (m) => <Marked mark={m.mark}>{m.childName || translate("child.nameless")}</Marked> },
            {
              title: translate("field.number"),
              cell: (m) => (
                <>
                  <Copyable text={m.number} /> {m.mark.responsible && <Below>{m.mark.responsible}</Below>}
                </>
              ),
            },
            { title: translate("measure.due-on"), cell: (m) => showDate(m.measure.dueOn), nowrap: true },
            { title: translate("field.status"), cell: (m) => translate(`measure-status.${m.measure.status}`) },
            {
              title: translate("measure.result"),
              cell: (m) =>
                m.measure.status === "planned" || m.measure.status === "in-progress" ? (
                  <Button size="small" onClick={() => setReporting(m)}>
                    {translate("measure.report")}
                  </Button>
                ) : (
                  m.measure.result
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

function ReportMeasure({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const translate = useTranslate();
  const say = useSay();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm({
    defaultValues: {
      status: "done",
      obstacle: (mine.measure.obstacle ?? "") as Schemas["MeasureObstacle"] | "",
      result: mine.measure.result ?? "",
      on: today(),
      evidence: "",
    },
  });
  const notPossible = form.watch("status") === "not-possible";
  return (
    <Panel title={translate("measure.report")}>
      <Typography sx={{ mb: 1.5 }}>
        {say(mine.measure.text)} · {mine.childName} · {mine.number} <Severity value={mine.mark.severity} />
      </Typography>
      <Form
        key={mine.measure.id}
        form={form}
        idPrefix="report-"
        submit={translate("form.save")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (values, key) => {
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
          await queries.invalidateQueries();
          onDone();
        }}
      >
        <Stack>
          <RadioChoice
            name="status"
            label={translate("field.status")}
            options={["in-progress", "done", "not-possible"].map((s) => ({ value: s, label: translate(`measure-status.${s}`) }))}
          />
          <Choice
            name="obstacle"
            label={translate("measure.obstacle")}
            optional={!notPossible}
            options={obstacles.map((value) => ({ value, label: translate(`measure-obstacle.${value}`) }))}
          />
          <Text name="result" label={translate("measure.result-text")} lines={3} />
          <Row>
            <Day name="on" label={translate("measure.on")} />
            <Text name="evidence" label={translate("measure.evidence")} optional />
          </Row>
        </Stack>
      </Form>
      <Evidence mine={mine} />
    </Panel>
  );
}

/** [16] Evidence as files: what was sent before, and what is sent now. */
function Evidence({ mine }: { mine: Mine }) {
  const translate = useTranslate();
  const [sent, setSent] = useState<SentFile[]>([]);
  return (
    <>
      <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
        {translate("measure.files")}
      </Typography>
      {[...mine.files, ...sent].map((file, i) => (
        <Typography key={i} sx={{ overflowWrap: "anywhere" }}>
          {file.title} · {file.name}
        </Typography>
      ))}
      <AttachFile
        idPrefix="evidence-"
        send={async (body, idempotencyKey) => {
          await api.post("/api/plans/measures/{id}/evidence", { path: { id: mine.measure.id }, body, idempotencyKey });
          setSent((before) => [...before, body]);
        }}
      />
    </>
  );
}
