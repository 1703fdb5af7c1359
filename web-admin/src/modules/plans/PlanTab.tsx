import { Alert, Box, Button, Chip, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { api } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { planQuery, plansQuery } from "./api/plans";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { Filter } from "../../ui/Filter";
import { AddMeasure } from "./AddMeasure";
import { DecidePlan } from "./DecidePlan";
import { MeasureRow } from "./MeasureRow";
import { Needs } from "./Needs";
import { PlanReview } from "./PlanReview";
import { useRuleTexts } from "./rules";

/** The individual protection plan [3, 13b.4] of a child, in the chosen version: goals, measures with their reasons, approval. */
export function PlanTab({ childId, canEdit }: { childId: string; canEdit: boolean }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [params, setParams] = useSearchParams();
  const list = useQuery(plansQuery(childId));
  const form = useMutation({
    mutationFn: async () => (await api.post("/api/plans/of-child/{id}", { path: { id: childId } })).data,
    onSuccess: async ({ id }) => {
      setParams({ tab: "plan", plan: id }, { replace: true });
      await changed(...caseChanges);
    },
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />;
  const open = list.data.some((p) => p.status === "draft" || p.status === "submitted");
  const action = canEdit && !open && (
    <>
      <Button variant={list.data.length > 0 ? "outlined" : "contained"} disabled={form.isPending} onClick={() => form.mutate()}>
        {translate(list.data.length > 0 ? "plan.review" : "plan.form")}
      </Button>
      <Refusal error={form.error} />
    </>
  );
  if (list.data.length === 0) return <Empty action={action}>{translate("plan.empty")}</Empty>;
  const chosen = params.get("plan") ?? list.data[0]?.id ?? "";
  return (
    <>
      <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap", mb: 2, alignItems: "center" }}>
        <Filter
          value={chosen}
          onChange={(plan) => setParams({ tab: "plan", plan }, { replace: true })}
          options={list.data.map((p) => ({
            value: p.id,
            label: `${translate("plan.version", { version: p.planVersion })} · ${translate(`plan-status.${p.status}`)} · ${showDate(p.formedOn)}`,
          }))}
          label={translate("plan.versions")}
        />
        {action}
      </Box>
      <PlanView id={chosen} />
      <PlanReview childId={childId} />
    </>
  );
}

export function PlanView({ id }: { id: string }) {
  const translate = useTranslate();
  const texts = useRuleTexts();
  const plan = useQuery(planQuery(id));
  if (plan.isPending) return <Loading />;
  if (plan.isError) return <Failure error={plan.error} again={() => void plan.refetch()} />;
  const { data: p, version } = plan.data;
  return (
    <>
      <Panel
        title={
          <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
            {translate("plan.title", { version: p.planVersion })}
            <Chip size="small" variant="outlined" label={translate(`plan-status.${p.status}`)} />
          </Box>
        }
      >
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {translate("plan.formed", { day: showDate(p.formedOn), by: p.formedBy ?? "", rules: p.rulesVersion })}
        </Typography>
        {p.remarks.map((r) => (
          <Alert key={`${r.on}${r.text}`} severity={r.approved ? "success" : "warning"} sx={{ mb: 1 }}>
            {translate(r.approved ? "plan.approved-by" : "plan.returned-by", { day: showDate(r.on), by: r.by ?? "" })}
            {r.text && `: ${r.text}`}
          </Alert>
        ))}
        {p.comparison && (
          <Changes
            title={translate("plan.compared", { version: p.comparison.withVersion })}
            added={p.comparison.added}
            dropped={p.comparison.dropped}
            texts={texts}
          />
        )}
      </Panel>
      <Needs plan={p} version={version} />
      <Panel title={translate("plan.measures")}>
        {p.measures.length === 0 && <Empty>{translate("plan.no-measures")}</Empty>}
        <Box component="ol" sx={{ listStyle: "none", p: 0, m: 0 }}>
          {p.measures.map((m) => (
            <MeasureRow key={m.id} plan={p} measure={m} version={version} />
          ))}
        </Box>
        {p.canEdit && <AddMeasure plan={p} version={version} />}
      </Panel>
      <DecidePlan plan={p} version={version} />
    </>
  );
}

function Changes({
  title,
  added,
  dropped,
  texts,
}: {
  title: string;
  added: readonly string[];
  dropped: readonly string[];
  texts: (code: string) => string;
}) {
  const translate = useTranslate();
  if (added.length + dropped.length === 0) return null;
  return (
    <Alert severity="info" sx={{ mb: 1 }}>
      {title}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {added.map((code) => (
          <li key={code}>{`${translate("plan.added")}: ${texts(code)}`}</li>
        ))}
        {dropped.map((code) => (
          <li key={code}>{`${translate("plan.dropped")}: ${texts(code)}`}</li>
        ))}
      </Box>
    </Alert>
  );
}
