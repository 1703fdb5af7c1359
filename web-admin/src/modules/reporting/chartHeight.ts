import type { Schemas } from "../../api/client";
import { isOrdered } from "./keys";

export const mostBars = 15;

export function chartHeight(report: Schemas["ReadReportResponse"]) {
  if (report.by === "month") return 260;
  const bars = isOrdered(report.by) ? report.rows.length : Math.min(report.rows.length, mostBars);
  return Math.max(140, bars * (report.total.compared != null ? 40 : 26) + 60);
}
