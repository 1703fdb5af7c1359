import { Alert, Box, Chip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas, etag } from "../../api/client";
import { allOf } from "../../api/codes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { closingsQuery } from "./api/closings";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, RadioChoice, Text } from "../../ui/fields";
import { FilesLink } from "../../ui/FilesLink";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";

type Closing = Schemas["ClosingView"];
const endings = allOf<Schemas["Ending"]>()(["left-difficult-situation", "stopped", "majority", "adoption", "moved-abroad", "death"]);

/** The end of a case [11.5, 20.9]: requested by the specialist, consented to by the territorial unit, reopened if needed. */
export function ClosingTab({
  childId,
  canEdit,
  isClosed,
  mayReopen,
}: {
  childId: string;
  canEdit: boolean;
  isClosed: boolean;
  mayReopen: boolean;
}) {
  const translate = useTranslate();
  const closings = useQuery(closingsQuery(childId));
  if (closings.isPending) return <Loading />;
  if (closings.isError) return <Failure error={closings.error} again={() => void closings.refetch()} />;
  const waiting = closings.data.some((c) => c.status === "requested");
  return (
    <>
      {closings.data.length === 0 && !canEdit && <Empty>{translate("closing.empty")}</Empty>}
      {closings.data.map((closing, i) => (
        <ClosingPanel key={closing.id} closing={closing} mayReopen={mayReopen && isClosed && i === 0} />
      ))}
      {canEdit && !waiting && <RequestClosing childId={childId} />}
    </>
  );
}

export function ClosingPanel({ closing: c, mayReopen }: { closing: Closing; mayReopen: boolean }) {
  const translate = useTranslate();
  return (
    <Panel
      title={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
          {translate(`ending.${c.ending}`)}
          <Chip size="small" variant="outlined" label={translate(`closing-status.${c.status}`)} />
        </Box>
      }
    >
      <Typography color="textSecondary">
        {translate("closing.asked", { day: showDate(c.requestedOn), by: c.requestedBy ?? "", happened: showDate(c.happenedOn) })}
      </Typography>
      <Typography sx={{ my: 1, whiteSpace: "pre-wrap" }}>{c.contents.reason}</Typography>
      <FilesLink childId={c.childId} to="closing" id={c.id} />
      {c.contents.document && (
        <Typography>
          {translate("closing.document")}: {c.contents.document}
        </Typography>
      )}
      {c.contents.criteria.map((k) => (
        <Typography key={k.code} sx={{ color: k.holds ? "success.main" : "error.main" }}>
          {k.holds ? "✓" : "✗"} {translate(`criterion.${k.code}`)}
        </Typography>
      ))}
      {c.contents.inSpiteOf && (
        <Typography sx={{ mt: 1 }}>
          {translate("closing.in-spite-of")}: {c.contents.inSpiteOf}
        </Typography>
      )}
      {c.contents.decision && (
        <Alert severity={c.status === "refused" ? "warning" : "success"} sx={{ mt: 1 }}>
          {showDate(c.decidedOn)} {c.decidedBy}: {c.contents.decision}
        </Alert>
      )}
      {c.contents.reopenReason && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate("closing-status.reopened")}: {c.contents.reopenReason}
        </Alert>
      )}
      {c.canDecide && <Decide closing={c} />}
      {mayReopen && c.status === "consented" && <Reopen closing={c} />}
    </Panel>
  );
}

function Decide({ closing }: { closing: Closing }) {
  const translate = useTranslate();
  const changed = useChanged();
  const notify = useNotify();
  const form = useForm({ defaultValues: { consent: "yes", remarks: "" } });
  return (
    <Form
      draft={{ form: "decide-closing", record: closing.id, subject: closing.childId }}
      form={form}
      idPrefix={`decide-${closing.id}-`}
      submit={translate("plan.decide")}
      send={async (values, key) => {
        await api.post("/api/closings/{id}/decide", {
          path: { id: closing.id },
          body: { consent: values.consent === "yes", remarks: values.remarks },
          version: etag(closing.version),
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

function Reopen({ closing }: { closing: Closing }) {
  const translate = useTranslate();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Form
      draft={{ form: "reopen-case", record: closing.id, subject: closing.childId }}
      form={form}
      idPrefix="reopen-"
      submit={translate("closing.reopen")}
      send={async (values, key) => {
        await api.post("/api/closings/{id}/reopen", {
          path: { id: closing.id },
          body: values,
          version: etag(closing.version),
          idempotencyKey: key,
        });
        await changed(...caseChanges);
      }}
    >
      <Text name="reason" label={translate("closing.reopen-reason")} lines={2} />
    </Form>
  );
}

function RequestClosing({ childId }: { childId: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { ending: "", happenedOn: today(), reason: "", document: "", inSpiteOf: "" } });
  return (
    <Panel title={translate("closing.request")}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate("closing.help")}
      </Typography>
      <Form
        draft={{ form: "request-closing", record: childId, subject: childId }}
        form={form}
        idPrefix="closing-"
        submit={translate("closing.send")}
        send={async (values, key) => {
          await api.post("/api/closings/of-child/{id}", {
            path: { id: childId },
            body: {
              ending: values.ending as Schemas["Ending"],
              happenedOn: values.happenedOn,
              reason: values.reason,
              document: values.document || null,
              inSpiteOf: values.inSpiteOf || null,
            },
            idempotencyKey: key,
          });
          notify(translate("closing.sent"), { type: "success" });
          await changed(...caseChanges);
        }}
      >
        <Stack>
          <Row>
            <Choice
              name="ending"
              label={translate("closing.ending")}
              options={endings.map((e) => ({ value: e, label: translate(`ending.${e}`) }))}
            />
            <Day name="happenedOn" label={translate("closing.happened-on")} />
          </Row>
          <Text name="reason" label={translate("closing.reason")} lines={3} />
          <Text name="document" label={translate("closing.document")} optional />
          <Text name="inSpiteOf" label={translate("closing.in-spite-of")} lines={2} optional />
        </Stack>
      </Form>
    </Panel>
  );
}
