import { Box, Button, LinearProgress, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { csvOf } from "./csv";
import { save, useStreamedFile } from "./useStreamedFile";
import { useKeyName } from "./keys";

type Query = { report: string; by: string; from: string; to: string; territory?: string; compareFrom?: string; compareTo?: string };

/** The table as a file, and the counted rows behind it as the server streams them. */
export function Exports({ report, title, query }: { report: Schemas["ReadReportResponse"]; title: string; query: Query }) {
  const translate = useTranslate();
  const keyName = useKeyName();
  const { running, start, cancel } = useStreamedFile();
  const name = `${report.report}-${report.by}-${query.from}-${query.to}`;
  const table = () => {
    const head = [translate(`by.${report.by}`), ...report.figures.map((f) => translate(`figure.${f}`))];
    const means = ["", ...report.figures.map((f) => translate(`figure-means.${report.report}.${f}`))];
    const rows = report.rows.map((row) => [keyName(report.by, row.key, report.names), ...row.values]);
    const total = [translate("report.total"), ...report.total.values];
    return [[`${translate(`report.${report.report}`)} ${title}`], head, means, ...rows, total];
  };
  const tableAddress = (format: string) => {
    const address = new URLSearchParams({ format });
    for (const [key, value] of Object.entries(query)) if (value) address.set(key, value);
    return `/api/reporting/report/file?${address.toString()}`;
  };
  const rowsAddress = (format: string) => {
    const address = new URLSearchParams({ report: query.report, by: query.by, from: query.from, to: query.to, format });
    if (query.territory) address.set("territory", query.territory);
    return `/api/reporting/rows?${address.toString()}`;
  };
  return (
    <>
      <Button onClick={() => save(`${name}.csv`, "text/csv;charset=utf-8", [csvOf(table())])}>{translate("export.csv")}</Button>
      <Button onClick={() => save(`${name}.json`, "application/json", [JSON.stringify(report, null, 2)])}>
        {translate("export.json")}
      </Button>
      <Button disabled={!!running} onClick={() => start(`${name}.xlsx`, tableAddress("xlsx"), false)}>
        {translate("export.xlsx")}
      </Button>
      {report.opensLists &&
        (["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            disabled={!!running}
            onClick={() => start(`${report.report}-${query.from}-${query.to}.${format}`, rowsAddress(format), format === "csv")}
          >
            {translate(`export.rows-${format}`)}
          </Button>
        ))}
      {running && (
        <Box sx={{ width: "100%", display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap" }}>
          <Box sx={{ flex: "1 1 180px" }}>
            <LinearProgress
              aria-label={translate("export.running")}
              {...(running.part === null ? {} : { variant: "determinate", value: running.part * 100 })}
            />
          </Box>
          <Typography role="status" sx={{ fontVariantNumeric: "tabular-nums" }}>
            {translate("export.received", { size: (running.bytes / 1_000_000).toFixed(1) })}
          </Typography>
          <Button variant="outlined" onClick={cancel}>
            {translate("export.cancel")}
          </Button>
        </Box>
      )}
    </>
  );
}
