import { Box, Button, FormControlLabel, Radio, RadioGroup, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { mergedRowsQuery } from "./api/merges";
import { useConfirmation } from "../../ui/Confirmation";
import { showTime } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { kebab } from "../../ui/kebab";
import { Failure, Loading, Page, Panel } from "../../ui/Page";

type Row = Schemas["SplitRow"];

/** After the period for undoing a merge: each row is assigned to one of the two children. */
export function SplitCards() {
  const { id = "", merge: mergeId = "" } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const { ask, dialog } = useConfirmation();
  const form = useForm({ defaultValues: { reason: "" } });
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const path = { id: mergeId };
  const read = useQuery(mergedRowsQuery(mergeId));
  if (read.isPending) return <Loading />;
  if (read.isError)
    return (
      <Page title={translate("merge.split")}>
        <Failure error={read.error} again={() => void read.refetch()} />
      </Page>
    );
  const { merge, rows } = read.data;
  const goes = (row: Row) => chosen[row.id] ?? row.came;
  return (
    <Page title={translate("merge.split")} subtitle={translate("merge.split-help")}>
      <Form
        draft={{ form: "split-cards", record: path.id, subject: id }}
        form={form}
        idPrefix="split-"
        submit={translate("merge.split")}
        secondary={<Button onClick={() => void navigate(`/children/${id}`)}>{translate("form.back")}</Button>}
        send={async ({ reason }) => {
          const did = await ask(
            translate("merge.split"),
            () => api.get("/api/children/merges/{id}/consequences", { path }),
            (confirm, idempotencyKey) =>
              api.post("/api/children/merges/{id}/split", {
                path,
                body: { reason, confirm, goBack: rows.filter((r) => !r.withCase && goes(r)).map((r) => r.id) },
                version: etag(merge.version),
                idempotencyKey,
              }),
            { always: true },
          );
          if (!did) return false;
          await changed(...caseChanges);
          notify(translate("merge.split-done"), { type: "success" });
          void navigate(`/children/${id}`);
        }}
      >
        <Panel>
          {rows
            .filter((row) => !row.withCase)
            .map((row) => (
              <SplitRow
                key={row.id}
                row={row}
                withIt={row.isCase ? rows.filter((r) => r.withCase && r.caseNumber === row.caseNumber) : []}
                goes={goes(row)}
                onChange={(to) => setChosen((all) => ({ ...all, [row.id]: to }))}
              />
            ))}
        </Panel>
        <Stack>
          <Text name="reason" label={translate("merge.split-reason")} lines={3} />
        </Stack>
      </Form>
      {dialog}
    </Page>
  );
}

function SplitRow({ row, withIt, goes, onChange }: { row: Row; withIt: Row[]; goes: boolean; onChange: (goes: boolean) => void }) {
  const translate = useTranslate();
  const name = (r: Row) => translate(`split-row.${kebab(r.what)}`, { _: r.what });
  const title = [name(row), row.isCase && row.caseNumber, showTime(row.madeAt)].filter(Boolean).join(" · ");
  return (
    <Box sx={{ borderBottom: 1, borderColor: "divider", py: 1 }}>
      <Typography sx={{ fontWeight: row.isCase ? 600 : undefined }}>{title}</Typography>
      {withIt.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {`${translate("merge.with-case", { number: row.caseNumber ?? "" })}: ${[...new Set(withIt.map(name))].join(", ")}`}
        </Typography>
      )}
      <RadioGroup row aria-label={title} value={goes ? "back" : "here"} onChange={(_, to) => onChange(to === "back")}>
        <FormControlLabel value="here" control={<Radio size="small" />} label={translate("merge.stays-here")} />
        <FormControlLabel value="back" control={<Radio size="small" />} label={translate("merge.goes-back")} />
      </RadioGroup>
    </Box>
  );
}
