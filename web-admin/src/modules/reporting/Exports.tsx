import { Box, Button, LinearProgress, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { Refusal } from "../../ui/Refusal";
import { save, useStreamedFile } from "../../ui/useStreamedFile";

type Query = { report: string; by: string; from: string; to: string; territory?: string; compareFrom?: string; compareTo?: string };

/** The table as a file with its definitions, and the counted rows behind it, both as the server writes them. */
export function Exports({ report, query }: { report: Schemas["ReadReportResponse"]; query: Query }) {
  const translate = useTranslate();
  const { running, error, start, cancel } = useStreamedFile();
  const name = `${report.report}-${report.by}-${query.from}-${query.to}`;
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
      <Button onClick={() => save(`${name}.json`, "application/json", [JSON.stringify(report, null, 2)])}>
        {translate("export.json")}
      </Button>
      {(["xlsx", "csv"] as const).map((format) => (
        <Button key={format} disabled={!!running} onClick={() => start(`${name}.${format}`, tableAddress(format), false)}>
          {translate(`export.${format}`)}
        </Button>
      ))}
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
      <Refusal error={error} />
    </>
  );
}
