import { Alert, Box, Button, Checkbox, FormControlLabel, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocaleState, useTranslate } from "react-admin";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { api } from "../../api/client";
import { reportQuery } from "./api/reports";
import { useMe } from "../../app/core/me";
import { showDate, today } from "../../ui/dates";
import { DayBox } from "../../ui/DayBox";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useTerritories, useTerritoryOptions } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Filter } from "../../ui/Filter";
import { Exports } from "./Exports";
import { LaterChart } from "./LaterChart";
import { ReportTable } from "./ReportTable";
import { useReports } from "./useReport";

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;

/** Statistical reports [22]: what, by which dimension, for which period and territory, compared with which period. All of it is in the URL. */
export function Statistics() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { scope } = useMe();
  const [locale] = useLocaleState();
  const places = useTerritories();
  const territories = useTerritoryOptions({ level: 1, deepest: 3 });
  const [params, setParams] = useSearchParams();
  const reports = useReports();
  const day = today();
  const code = params.get("report") ?? "found";
  const chosen = reports.data?.items.find((r) => r.code === code) ?? reports.data?.items[0];
  const by = chosen?.by.includes(params.get("by") ?? "") ? params.get("by")! : (chosen?.by[0] ?? "");
  const from = params.get("from") ?? `${day.slice(0, 4)}-01-01`;
  const to = params.get("to") ?? day;
  const territory = params.get("territory") ?? undefined;
  const compares = params.get("compare") === "1";
  const set = (next: Record<string, string | undefined>) =>
    setParams(
      (now) => {
        for (const [key, value] of Object.entries(next))
          if (value) now.set(key, value);
          else now.delete(key);
        return now;
      },
      { replace: true },
    );
  const query = {
    report: chosen?.code ?? code,
    by,
    from,
    to,
    territory,
    compareFrom: compares ? yearBefore(from) : undefined,
    compareTo: compares ? yearBefore(to) : undefined,
  };
  const answer = useQuery({ ...reportQuery(query), enabled: !!chosen });
  const freezing = async () => (await api.post("/api/reporting/frozen", { body: { ...query, territory: territory ?? null } })).data;
  const freeze = useMutation({
    mutationFn: freezing,
    onSuccess: (made) => navigate(`/statistics/frozen/${made.id}`),
  });
  const pdf = useMutation({
    mutationFn: freezing,
    onSuccess: (made) => window.location.assign(`/api/reporting/frozen/${made.id}/file?language=${locale === "ru" ? "ru" : "ky"}`),
  });
  if (reports.isPending || places.isPending) return <Loading />;
  if (reports.isError) return <Failure error={reports.error} again={() => void reports.refetch()} />;
  const listOf = (key: string | undefined, figure: string) => {
    const address = new URLSearchParams({ report: query.report, by, from, to, figure });
    if (territory) address.set("territory", territory);
    if (key !== undefined) address.set("key", key);
    return `/statistics/children?${address.toString()}`;
  };
  return (
    <Page
      title={translate("menu.statistics")}
      actions={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", "@media print": { display: "none" } }}>
          <Button component={Link} to="/statistics/summary">
            {translate("summary.title")}
          </Button>
          <Button component={Link} to="/statistics/map">
            {translate("map.title")}
          </Button>
          <Button component={Link} to="/statistics/frozen">
            {translate("frozen.title")}
          </Button>
          {scope !== "republic" && (
            <Button component={Link} to="/statistics/republic">
              {translate("republic.title")}
            </Button>
          )}
        </Box>
      }
    >
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", mb: 2, alignItems: "center", "@media print": { display: "none" } }}>
        <Filter
          value={query.report}
          onChange={(value) => set({ report: value, by: undefined })}
          options={reports.data.items.map((r) => ({ value: r.code, label: `${translate(`report.${r.code}`)} [${r.clause}]` }))}
          label={translate("report.report")}
        />
        <Filter
          value={by}
          onChange={(value) => set({ by: value })}
          options={(chosen?.by ?? []).map((value) => ({ value, label: translate(`by.${value}`) }))}
          label={translate("report.by")}
        />
        <DayBox label={translate("report.from")} value={from} onChange={(value) => set({ from: value })} />
        <DayBox label={translate("report.to")} value={to} onChange={(value) => set({ to: value })} />
        {territories.length > 1 && (
          <Filter
            value={territory ?? ""}
            onChange={(value) => set({ territory: value })}
            all={translate("report.whole-scope")}
            options={territories}
            label={translate("field.territory")}
          />
        )}
        <FormControlLabel
          control={
            <Checkbox size="small" checked={compares} onChange={(event) => set({ compare: event.target.checked ? "1" : undefined })} />
          }
          label={translate("report.compare-year")}
        />
      </Box>
      <Panel
        title={
          <>
            {translate(`report.${query.report}`)}
            <Typography component="div" color="textSecondary" sx={{ fontSize: 14, fontWeight: 400, mt: 0.5 }}>
              {translate(`report-means.${query.report}`)} · {showDate(from)} – {showDate(to)} [{chosen?.clause}]
            </Typography>
          </>
        }
      >
        {answer.isPending ? (
          <Box sx={{ minHeight: "100vh" }}>
            <Loading />
          </Box>
        ) : answer.isError ? (
          <Failure error={answer.error} again={() => void answer.refetch()} />
        ) : answer.data.rows.length === 0 ? (
          <Empty>{translate("report.nothing")}</Empty>
        ) : (
          <>
            <LaterChart report={answer.data} />
            <ReportTable report={answer.data} listOf={listOf} />
            <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mt: 2, "@media print": { display: "none" } }}>
              <Exports report={answer.data} query={query} />
              <Button disabled={pdf.isPending} onClick={() => pdf.mutate()}>
                {translate("export.pdf")}
              </Button>
              <Button onClick={() => window.print()}>{translate("report.print")}</Button>
              <Button variant="outlined" disabled={freeze.isPending} onClick={() => freeze.mutate()}>
                {translate("frozen.freeze")}
              </Button>
            </Box>
            <Refusal error={pdf.error ?? freeze.error} />
          </>
        )}
      </Panel>
      <Alert severity="info" sx={{ "@media print": { display: "none" } }}>
        {translate("report.scope-note")}
      </Alert>
    </Page>
  );
}
