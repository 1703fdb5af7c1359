import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { publishedQuery } from "./api/reports";
import { showDate, today } from "../../ui/dates";
import { Empty, Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { Filter } from "../../ui/Filter";
import { useKeyName } from "./keys";
import { useReports } from "./useReport";

const years = 5;

/** Figures of the whole republic for readers of a smaller scope: whole years, small counts suppressed [15.6]. */
export function Republic() {
  const translate = useTranslate();
  const keyName = useKeyName();
  const [params, setParams] = useSearchParams();
  const reports = useReports();
  const published = (reports.data?.items ?? []).filter((r) => r.published);
  const report = published.find((r) => r.code === params.get("report")) ?? published[0];
  const sides = (report?.by ?? []).filter((by) => !by.endsWith("district") && by !== "month");
  const by = sides.includes(params.get("by") ?? "") ? params.get("by")! : (sides[0] ?? "");
  const last = Number(today().slice(0, 4)) - 1;
  const year = Number(params.get("year") ?? last);
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const told = useQuery({ ...publishedQuery(report?.code ?? "", by, year), enabled: !!report });
  if (reports.isPending) return <Loading />;
  return (
    <Page title={translate("republic.title")}>
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", mb: 2 }}>
        <Filter
          value={report?.code ?? ""}
          onChange={(value) => set("report", value)}
          options={published.map((r) => ({ value: r.code, label: translate(`report.${r.code}`) }))}
          label={translate("report.report")}
        />
        <Filter
          value={by}
          onChange={(value) => set("by", value)}
          options={sides.map((value) => ({ value, label: translate(`by.${value}`) }))}
          label={translate("report.by")}
        />
        <Filter
          value={String(year)}
          onChange={(value) => set("year", value)}
          options={Array.from({ length: years }, (_, i) => String(last - i)).map((value) => ({ value, label: value }))}
          label={translate("republic.year")}
        />
      </Box>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate("republic.note")}
      </Alert>
      {told.data?.correctedOn && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate("republic.corrected", { on: showDate(told.data.correctedOn) })}
        </Alert>
      )}
      <Panel>
        {told.isPending ? (
          <Loading />
        ) : told.isError ? (
          <Failure error={told.error} again={() => void told.refetch()} />
        ) : told.data.rows.length === 0 ? (
          <Empty>{translate(told.data.total == null ? "republic.too-few" : "report.nothing")}</Empty>
        ) : (
          <Wide label={translate("republic.title")}>
            <Table size="small" aria-label={translate("republic.title")}>
              <TableHead>
                <TableRow>
                  <TableCell>{translate(`by.${told.data.by}`)}</TableCell>
                  <TableCell align="right">{translate(`figure.${told.data.figure}`)}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {told.data.rows.map((row) => (
                  <TableRow key={row.key}>
                    <TableCell component="th">{keyName(told.data.by, row.key)}</TableCell>
                    <TableCell align="right">{row.value ?? translate("report.suppressed")}</TableCell>
                  </TableRow>
                ))}
                <TableRow>
                  <TableCell component="th">{translate("report.total")}</TableCell>
                  <TableCell align="right">{told.data.total ?? translate("report.suppressed")}</TableCell>
                </TableRow>
              </TableBody>
            </Table>
          </Wide>
        )}
      </Panel>
    </Page>
  );
}
