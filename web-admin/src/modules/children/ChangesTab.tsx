import { Alert, Box, Button, Chip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { changeKindCodes } from "../../api/schemaCodes";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { changesQuery } from "./api/cards";
import { usePieces } from "../../app/core/pieces";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { FilesLink } from "../../ui/FilesLink";
import { FormButton } from "../../ui/drafts/FormButton";

type Change = Schemas["ChangeView"];

/** [20] Reported changes: registered here, entered by saving their section, each with its two-day deadline. */
export function ChangesTab({ childId, canEdit }: { childId: string; canEdit: boolean }) {
  const translate = useTranslate();
  const pieces = usePieces("card");
  const changes = useQuery(changesQuery(childId));
  if (changes.isPending) return <Loading />;
  if (changes.isError) return <Failure error={changes.error} again={() => void changes.refetch()} />;
  return (
    <>
      {canEdit && <ReportChange childId={childId} />}
      <Panel title={translate("change.title")}>
        {changes.data.length === 0 ? (
          <Empty>{translate("change.none")}</Empty>
        ) : (
          <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }}>
            {changes.data.map((change) => (
              <ChangeLine key={change.id} childId={childId} change={change} canEdit={canEdit} />
            ))}
          </Box>
        )}
      </Panel>
      {pieces.map(({ UnderChanges }, at) => UnderChanges && <UnderChanges key={at} childId={childId} />)}
    </>
  );
}

function ReportChange({ childId }: { childId: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [, setParams] = useSearchParams();
  const [told, setTold] = useState<Schemas["ReportChangeResponse"]>();
  const form = useForm({ defaultValues: { kind: "", learnedOn: today(), happenedOn: "", what: "", document: "" } });
  return (
    <Panel title={translate("change.report")}>
      {told && (
        <Alert
          severity="success"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" size="small" onClick={() => setParams({ tab: "card", section: told.section })}>
              {translate("change.open-section")}
            </Button>
          }
        >
          {translate("change.now-enter", { section: translate(`section.${told.section}`), due: showDate(told.dueOn) })}
        </Alert>
      )}
      <Form
        draft={{ form: "report-change", record: childId, subject: childId }}
        form={form}
        idPrefix="change-"
        submit={translate("change.report")}
        send={async (values, key) => {
          const { data } = await api.post("/api/children/cards/{id}/changes", {
            path: { id: childId },
            body: { ...values, kind: values.kind as Schemas["ChangeKind"], document: values.document || null },
            idempotencyKey: key,
          });
          setTold(data);
          form.reset();
          await changed(...caseChanges);
        }}
      >
        <Stack>
          <Row>
            <Choice
              name="kind"
              label={translate("change.kind")}
              options={changeKindCodes.map((kind, i) => ({ value: kind, label: `[20.${i + 1}] ${translate(`change.kind-${kind}`)}` }))}
            />
            <Day name="learnedOn" label={translate("change.learned-on")} />
            <Day name="happenedOn" label={translate("change.happened-on")} />
          </Row>
          <Text name="what" label={translate("change.what")} lines={2} />
          <Text name="document" label={translate("change.document")} optional />
        </Stack>
      </Form>
    </Panel>
  );
}

function ChangeLine({ childId, change: c, canEdit }: { childId: string; change: Change; canEdit: boolean }) {
  const translate = useTranslate();
  const [, setParams] = useSearchParams();
  const [withdrawing, setWithdrawing] = useState(false);
  const open = !c.enteredOn && !c.withdrawnOn && !c.endedOn;
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
        <Typography sx={{ fontWeight: 600 }}>
          [{c.clause}] {translate(`change.kind-${c.kind}`)}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          color={c.enteredOn ? "success" : open ? "warning" : "default"}
          label={
            c.enteredOn
              ? translate("change.entered", { on: showDate(c.enteredOn) })
              : open
                ? translate("change.owed", { on: showDate(c.dueOn) })
                : c.endedOn
                  ? translate("change.ended", { on: showDate(c.endedOn) })
                  : translate("change.withdrawn")
          }
        />
      </Box>
      <Typography sx={{ whiteSpace: "pre-wrap", mt: 0.5 }}>{c.what}</Typography>
      <Typography variant="body2" color="textSecondary">
        {[
          `${translate("change.happened-on")}: ${showDate(c.happenedOn)}`,
          `${translate("change.learned-on")}: ${showDate(c.learnedOn)}`,
          c.document,
          c.reportedBy,
          c.withdrawal,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Typography>
      <FilesLink childId={childId} to="change" id={c.id} />
      {open && canEdit && !withdrawing && (
        <Box sx={{ mt: 0.5 }}>
          <Button size="small" onClick={() => setParams({ tab: "card", section: c.section })}>
            {translate("change.open-section")}
          </Button>
          <FormButton draft={`withdraw-change.${c.id}`} size="small" color="inherit" onOpen={() => setWithdrawing(true)}>
            {translate("change.withdraw")}
          </FormButton>
        </Box>
      )}
      {withdrawing && <WithdrawChange change={c} onDone={() => setWithdrawing(false)} />}
    </Box>
  );
}

function WithdrawChange({ change, onDone }: { change: Change; onDone: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  return (
    <Opened sx={{ mt: 1 }}>
      <Form
        draft={{ form: "withdraw-change", record: change.id }}
        form={form}
        idPrefix={`withdraw-${change.id}-`}
        submit={translate("change.withdraw")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          await api.post("/api/children/changes/{id}/withdraw", {
            path: { id: change.id },
            body: values,
            version: etag(change.version),
            idempotencyKey: key,
          });
          await changed(...caseChanges);
          onDone();
        }}
      >
        <Text name="reason" label={translate("change.withdraw-reason")} />
      </Form>
    </Opened>
  );
}
