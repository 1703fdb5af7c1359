import { lazy, Suspense } from "react";
import type { Schemas } from "../../api/client";
import { isOrdered } from "./keys";

type Report = Schemas["ReadReportResponse"];
const Chart = lazy(async () => ({ default: (await import("./Chart")).Chart }));

export const mostBars = 15;

export function chartHeight(report: Report) {
  if (report.by === "month") return 260;
  const bars = isOrdered(report.by) ? report.rows.length : Math.min(report.rows.length, mostBars);
  return Math.max(140, bars * (report.total.compared != null ? 40 : 26) + 60);
}

/** The picture of a report, with its room kept while what draws it is loading. */
export const LaterChart = ({ report }: { report: Report }) => (
  <Suspense fallback={<div style={{ height: chartHeight(report) }} />}>
    <Chart report={report} />
  </Suspense>
);
