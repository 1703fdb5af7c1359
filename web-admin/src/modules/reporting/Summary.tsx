import { Box, Button, Typography } from "@mui/material";
import { useMutation, useQueries } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useNavigate, useSearchParams } from "react-router-dom";
import { api } from "../../api/client";
import { useMe } from "../../app/core/me";
import { showDate, showTime, today } from "../../ui/dates";
import { DayBox } from "../../ui/DayBox";
import { Failure, Loading, Page, Panel, Steady } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { ReportTable } from "./ReportTable";
import { oneReport, useReport, useReports } from "./useReport";

/** [22.7] The summary statistical report in one printable document. */
export function Summary() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const me = useMe();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const from = params.get("from") ?? `${today().slice(0, 4)}-01-01`;
  const to = params.get("to") ?? today();
  const set = (key: string, value: string) =>
    setParams(
      (now) => {
        now.set(key, value);
        return now;
      },
      { replace: true },
    );
  const reports = useReports();
  const parts = useQueries({ queries: (reports.data?.summary ?? []).map(({ report, by }) => oneReport(report, by, from, to)) });
  const freeze = useMutation({
    mutationFn: async () => (await api.post("/api/reporting/frozen-summaries", { body: { from, to } })).data,
    onSuccess: (made) => navigate(`/statistics/frozen/${made.id}`),
  });
  return (
    <Page
      title={translate("summary.title")}
      subtitle={`${me.scope === "republic" ? translate("summary.republic") : territory(me.territory)} · ${showDate(from)} – ${showDate(to)} · ${translate("summary.made", { at: showTime(new Date().toISOString()), by: me.fullName })}`}
      actions={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", "@media print": { display: "none" } }}>
          <Button variant="contained" disabled={freeze.isPending} onClick={() => freeze.mutate()}>
            {translate("frozen.freeze")}
          </Button>
          <Button onClick={() => window.print()}>{translate("report.print")}</Button>
          <Refusal error={freeze.error} />
        </Box>
      }
    >
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", mb: 2, "@media print": { display: "none" } }}>
        <DayBox label={translate("report.from")} value={from} onChange={(value) => set("from", value)} />
        <DayBox label={translate("report.to")} value={to} onChange={(value) => set("to", value)} />
      </Box>
      {reports.isError && <Failure error={reports.error} again={() => void reports.refetch()} />}
      <Steady ready={parts.length > 0 && parts.every((part) => !part.isPending)}>
        {reports.data?.summary.map(({ report, by }) => (
          <Part key={`${report}-${by}`} report={report} by={by} from={from} to={to} />
        ))}
      </Steady>
    </Page>
  );
}

function Part({ report, by, from, to }: { report: string; by: string; from: string; to: string }) {
  const translate = useTranslate();
  const answer = useReport(report, by, from, to);
  return (
    <Panel title={`${translate(`report.${report}`)} · ${translate(`by.${by}`)}`} sx={{ breakInside: "avoid" }}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {translate(`report-means.${report}`)} {answer.data && `[${answer.data.clause}]`}
      </Typography>
      {answer.isPending ? (
        <Loading />
      ) : answer.isError ? (
        <Failure error={answer.error} again={() => void answer.refetch()} />
      ) : answer.data.rows.length === 0 ? (
        <Typography color="textSecondary">{translate("report.nothing")}</Typography>
      ) : (
        <ReportTable report={answer.data} />
      )}
    </Panel>
  );
}
