import { lazy, Suspense } from "react";
import type { Schemas } from "../../api/client";
import { chartHeight } from "./chartHeight";

type Report = Schemas["ReadReportResponse"];
const Chart = lazy(async () => ({ default: (await import("./Chart")).Chart }));

/** The chart of a report, with its space reserved while it is loading. */
export const LaterChart = ({ report }: { report: Report }) => (
  <Suspense fallback={<div style={{ height: chartHeight(report) }} />}>
    <Chart report={report} />
  </Suspense>
);
