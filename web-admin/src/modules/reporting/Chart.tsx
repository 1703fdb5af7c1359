import { useTheme } from "@mui/material/styles";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showNumber } from "../../ui/numbers";
import { chartHeight, mostBars } from "./chartHeight";
import { isOrdered, useKeyName } from "./keys";

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** The first figure of a report as a chart; patterns supplement color, and the table beside it has the same data. */
export function Chart({ report }: { report: Schemas["ReadReportResponse"] }) {
  const box = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const keyName = useKeyName();
  const theme = useTheme();
  const byMonth = report.by === "month";
  const rows = isOrdered(report.by)
    ? report.rows
    : [...report.rows].sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0)).slice(0, mostBars);
  const compared = report.total.compared != null;

  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, undefined, { renderer: "svg" });
    const names = rows.map((row) => keyName(report.by, row.key, report.names));
    const text = { color: theme.palette.text.primary, fontFamily: theme.typography.fontFamily };
    const categories = {
      type: "category" as const,
      data: names,
      inverse: !byMonth,
      axisLabel: { ...text, width: 200, overflow: "truncate" as const },
    };
    const amounts = {
      type: "value" as const,
      minInterval: 1,
      axisLabel: { ...text, formatter: showNumber },
      splitLine: { lineStyle: { color: theme.palette.divider } },
    };
    const series = [
      { name: translate(`figure.${report.figures[0]}`), data: rows.map((row) => row.values[0] ?? 0), color: theme.palette.primary.main },
      ...(compared
        ? [{ name: translate("report.compared"), data: rows.map((row) => row.compared?.[0] ?? 0), color: theme.palette.text.secondary }]
        : []),
    ];
    chart.setOption({
      aria: { enabled: true, decal: { show: compared } },
      animation: false,
      textStyle: text,
      tooltip: { trigger: "axis" },
      legend: compared ? { textStyle: text, top: 0 } : undefined,
      grid: { left: 8, right: 24, top: compared ? 32 : 8, bottom: 8, containLabel: true },
      xAxis: byMonth ? categories : amounts,
      yAxis: byMonth ? amounts : categories,
      series: series.map((one) => ({
        ...one,
        type: byMonth ? "line" : "bar",
        barMaxWidth: 18,
        label: { show: !byMonth, position: "right", ...text },
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  });

  return (
    <div ref={box} style={{ height: chartHeight(report), width: "100%" }} role="img" aria-label={translate(`report.${report.report}`)} />
  );
}
