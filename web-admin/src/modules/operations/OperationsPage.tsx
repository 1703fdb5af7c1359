import { Alert, Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { deadLetters, operationsChanges, operationsQuery, rowsOf } from "./api/operations";
import { showTime } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { List } from "../../ui/List";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { Refusal } from "../../ui/Refusal";
import { FormButton } from "../../ui/drafts/FormButton";

type Kind = Schemas["DeadLetterKind"];
type Row = Schemas["DeadLetterRow"];
type Operations = Schemas["ReadOperationsResponse"];

/** How the Base runs: the clock, what is waiting, what failed, what the nightly checks found. No personal data are shown here. */
export function OperationsPage() {
  const translate = useTranslate();
  const operations = useQuery(operationsQuery);
  if (operations.isPending) return <Loading />;
  if (operations.isError)
    return (
      <Page title={translate("menu.operations")}>
        <Failure error={operations.error} again={() => void operations.refetch()} />
      </Page>
    );
  const o = operations.data;
  const sound = !o.clock.lastEntryAt && o.deadEvents + o.deadMails + o.failingJobs + o.findingCount === 0;
  return (
    <Page title={translate("menu.operations")} subtitle={translate("operations.help")}>
      {sound && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {translate("operations.sound")}
        </Alert>
      )}
      {o.clock.lastEntryAt && <ConfirmClock lastEntryAt={o.clock.lastEntryAt} now={o.clock.now} />}
      <Waiting operations={o} />
      <Findings operations={o} />
      <DeadLetters kind="event" count={o.deadEvents} />
      <DeadLetters kind="mail" count={o.deadMails} />
      <DeadLetters kind="job" count={o.failingJobs} />
      <Discards operations={o} />
    </Page>
  );
}

/** The clock jumped: the administrator types today's date, and irreversible jobs run again. */
function ConfirmClock({ lastEntryAt, now }: { lastEntryAt: string; now: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { today: "" } });
  return (
    <Panel title={translate("operations.clock")}>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {translate("operations.clock-doubted", { before: showTime(lastEntryAt), now: showTime(now) })}
      </Alert>
      <Form
        draft={null}
        form={form}
        idPrefix="clock-"
        submit={translate("operations.clock-confirm")}
        send={async (body, idempotencyKey) => {
          await api.post("/api/access/operations/clock/confirm", { body, idempotencyKey });
          notify(translate("operations.clock-confirmed"), { type: "success" });
          await changed(...operationsChanges);
        }}
      >
        <Day name="today" label={translate("operations.today")} help={translate("operations.today-help")} />
      </Form>
    </Panel>
  );
}

function Waiting({ operations: o }: { operations: Operations }) {
  const translate = useTranslate();
  return (
    <Panel title={translate("operations.waiting")}>
      <Typography>{translate("operations.waiting-events", { count: o.waitingEvents })}</Typography>
      {o.oldestEventAt && (
        <Typography color="textSecondary">{translate("operations.oldest", { at: showTime(o.oldestEventAt) })}</Typography>
      )}
      <Typography>{translate("operations.waiting-mails", { count: o.waitingMails })}</Typography>
    </Panel>
  );
}

function Findings({ operations: o }: { operations: Operations }) {
  const translate = useTranslate();
  if (o.findingCount === 0) return null;
  return (
    <Panel title={`${translate("operations.findings")}: ${o.findingCount}`}>
      <List<Schemas["FindingRow"]>
        label={translate("operations.findings")}
        source={rowsOf("findings", o.findings)}
        id={(row) => `${row.check}.${row.aboutId}`}
        empty=""
        columns={[
          { title: translate("operations.check"), cell: (row) => row.title, main: true },
          { title: translate("field.number"), cell: (row) => row.number ?? <code>{row.aboutId}</code> },
          { title: translate("operations.found"), cell: (row) => showTime(row.foundAt), nowrap: true },
        ]}
      />
    </Panel>
  );
}

function DeadLetters({ kind, count }: { kind: Kind; count: number }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const [discarding, setDiscarding] = useState<Row>();
  const title = translate(`operations.dead-${kind}`);
  const nameOf = (row: Row) => (kind === "mail" ? translate(`notice-kind.${row.what}`) : row.what);
  const retry = useMutation({
    mutationFn: (row: Row) => api.post("/api/access/operations/dead-letters/{kind}/{key}/retry", { path: { kind, key: row.key } }),
    onSuccess: async () => {
      notify(translate("operations.retried"), { type: "success" });
      await changed(...operationsChanges);
    },
  });
  if (count === 0) return null;

  return (
    <Panel title={`${title}: ${count}`}>
      {discarding && (
        <Opened key={discarding.key}>
          <DiscardForm kind={kind} row={discarding} name={nameOf(discarding)} onDone={() => setDiscarding(undefined)} />
        </Opened>
      )}
      <List<Row>
        label={title}
        source={deadLetters(kind)}
        id={(row) => row.key}
        empty={translate("operations.none")}
        columns={[
          {
            title: translate("operations.what"),
            main: true,
            cell: (row) => (
              <>
                {nameOf(row)}
                <Box sx={{ color: "text.secondary", fontSize: 13, fontWeight: 400, overflowWrap: "anywhere" }}>{row.key}</Box>
              </>
            ),
          },
          { title: translate("operations.since"), cell: (row) => showTime(row.at), nowrap: true },
          { title: translate("operations.attempts"), cell: (row) => row.attempts },
          { title: translate("operations.problem"), cell: (row) => [row.handler, row.problem].filter(Boolean).join(": ") },
          {
            title: translate("operations.decide"),
            cell: (row) => (
              <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
                <Button size="small" onClick={() => retry.mutate(row)} aria-label={`${translate("operations.retry")}: ${nameOf(row)}`}>
                  {translate("operations.retry")}
                </Button>
                <FormButton
                  draft={`discard-message.${row.key}`}
                  size="small"
                  color="warning"
                  onOpen={() => setDiscarding(row)}
                  aria-label={`${translate("operations.discard")}: ${nameOf(row)}`}
                >
                  {translate("operations.discard")}
                </FormButton>
                {retry.variables === row && <Refusal error={retry.error} />}
              </Box>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function DiscardForm({ kind, row, name, onDone }: { kind: Kind; row: Row; name: string; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Box sx={{ mb: 3 }}>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {translate(`operations.discard-${kind}`, { name })}
      </Alert>
      <Form
        draft={{ form: "discard-message", record: row.key }}
        form={form}
        idPrefix="discard-"
        submit={translate("operations.discard")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (body, idempotencyKey) => {
          await api.post("/api/access/operations/dead-letters/{kind}/{key}/discard", {
            path: { kind, key: row.key },
            body,
            idempotencyKey,
          });
          notify(translate("operations.discarded"), { type: "success" });
          await changed(...operationsChanges);
          onDone();
        }}
      >
        <Stack>
          <Text name="reason" label={translate("form.reason")} help={translate("operations.reason-help")} lines={2} />
        </Stack>
      </Form>
    </Box>
  );
}

function Discards({ operations: o }: { operations: Operations }) {
  const translate = useTranslate();
  if (o.discards.length === 0) return null;
  return (
    <Panel title={translate("operations.discards")}>
      <List<Schemas["DiscardRow"]>
        label={translate("operations.discards")}
        source={rowsOf("discards", o.discards)}
        id={(row) => `${row.at}.${row.what}`}
        empty=""
        columns={[
          { title: translate("operations.what"), cell: (row) => `${translate(`dead-letter.${row.kind}`)}: ${row.what}`, main: true },
          { title: translate("form.reason"), cell: (row) => row.reason },
          { title: translate("journal.who"), cell: (row) => row.by ?? "" },
          { title: translate("journal.at"), cell: (row) => showTime(row.at), nowrap: true },
        ]}
      />
    </Panel>
  );
}
