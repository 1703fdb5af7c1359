import { Alert, Box, Link as Anchor, Table, TableBody, TableCell, TableHead, TableRow, Tooltip } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { Wide } from "../../ui/Page";
import { showDate } from "../../ui/dates";
import { showNumber } from "../../ui/numbers";
import { isOrdered, useKeyName } from "./keys";

type Report = Schemas["ReadReportResponse"];

/** A report as a table; each column shows its definition, and a figure opens the list behind it. */
export function ReportTable({ report, listOf }: { report: Report; listOf?: (key: string | undefined, figure: string) => string }) {
  const translate = useTranslate();
  const keyName = useKeyName();
  const compared = report.total.compared != null;
  const label = `${translate(`report.${report.report}`)} · ${translate(`by.${report.by}`)}`;
  const rows = [...report.rows.map((row) => ({ ...row, label: keyName(report.by, row.key, report.names) }))];
  if (!isOrdered(report.by)) rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0));
  const cell = (row: Schemas["ReportRow"] & { label?: string }, at: number, open?: string) => {
    const value = row.values[at];
    const text = value == null ? translate("report.suppressed") : at >= 0 && isPercent(report, at) ? `${value} %` : showNumber(value);
    return (
      <>
        {open && value ? (
          <Anchor component={Link} to={open} state={{ label: row.label }}>
            {text}
          </Anchor>
        ) : (
          text
        )}
        {compared && (
          <Box component="span" sx={{ color: "text.secondary", ml: 0.75, fontSize: 13 }}>
            {difference(value, row.compared?.[at])}
          </Box>
        )}
      </>
    );
  };
  return (
    <>
      <Corrections report={report} />
      <Wide label={label}>
        <Table size="small" aria-label={label}>
          <TableHead>
            <TableRow>
              <TableCell>{translate(`by.${report.by}`)}</TableCell>
              {report.figures.map((figure) => (
                <TableCell key={figure} align="right" sx={{ whiteSpace: "normal", minWidth: 92 }}>
                  <Tooltip title={translate(`figure-means.${report.report}.${figure}`)}>
                    <span tabIndex={0} style={{ borderBottom: "1px dotted" }}>
                      {translate(`figure.${figure}`)}
                    </span>
                  </Tooltip>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.key} data-key={row.key}>
                <TableCell component="th" scope="row">
                  {row.label}
                </TableCell>
                {report.figures.map((figure, at) => (
                  <TableCell key={figure} align="right">
                    {cell(row, at, report.listed?.includes(figure) ? listOf?.(row.key, figure) : undefined)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
            <TableRow data-key="total" sx={{ "& td, & th": { fontWeight: 650, borderTop: 2, borderColor: "divider" } }}>
              <TableCell component="th" scope="row">
                {translate("report.total")}
              </TableCell>
              {report.figures.map((figure, at) => (
                <TableCell key={figure} align="right">
                  {cell(report.total, at, report.listed?.includes(figure) ? listOf?.(undefined, figure) : undefined)}
                </TableCell>
              ))}
            </TableRow>
          </TableBody>
        </Table>
      </Wide>
    </>
  );
}

/** What changed the figures after the period had ended; later events never do. */
function Corrections({ report }: { report: Report }) {
  const translate = useTranslate();
  if (!report.corrections?.length) return null;
  return (
    <Alert severity="info" sx={{ mb: 1.5 }}>
      {translate("figures-changed.title")}{" "}
      {report.corrections.map((c) => translate(`figures-changed.${c.kind}`, { count: c.count, on: showDate(c.lastOn) })).join("; ")}
    </Alert>
  );
}

const isPercent = (report: Report, at: number) => report.percents.includes(report.figures[at] ?? "");

/** The change since the comparison period, with its sign. */
function difference(now: number | null | undefined, before: number | null | undefined) {
  const change = (now ?? 0) - (before ?? 0);
  return `(${change > 0 ? "+" : change < 0 ? "−" : "±"}${Math.abs(change)})`;
}
