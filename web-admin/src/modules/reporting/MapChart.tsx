import { useTheme } from "@mui/material/styles";
import { EffectScatterChart, MapChart as Shapes, ScatterChart } from "echarts/charts";
import { AriaComponent, GeoComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, registerMap, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import type { MapShapes } from "../../ui/useShapes";

register([Shapes, ScatterChart, EffectScatterChart, GeoComponent, TooltipComponent, VisualMapComponent, AriaComponent, SVGRenderer]);

export type Place = { code: string; name: string; count: number; rate: number | null; longitude: number | null; latitude: number | null };

/** Shapes shaded and patterned by their counts, and a circle with its number at each district's center. */
export function MapChart({ shapes, areas, circles }: { shapes: MapShapes; areas: Place[]; circles: Place[] }) {
  const box = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const theme = useTheme();
  useEffect(() => {
    if (!box.current) return;
    registerMap("kg", shapes);
    const chart = init(box.current, undefined, { renderer: "svg" });
    const most = Math.max(1, ...areas.map((a) => a.count));
    const byCode = new Map(areas.map((a) => [a.code, a]));
    const largest = Math.max(1, ...circles.map((c) => c.count));
    const say = (place: Place) =>
      `${place.name}: ${place.count}${place.rate === null ? "" : ` · ${translate("map.rate-of", { rate: place.rate.toFixed(1).replace(".", ",") })}`}`;
    const text = { color: theme.palette.text.primary, fontFamily: theme.typography.fontFamily };
    chart.setOption({
      aria: { enabled: true, decal: { show: true } },
      animation: false,
      textStyle: text,
      tooltip: {
        formatter: (params: { data?: { place?: Place }; name: string }) => {
          const place = params.data?.place ?? byCode.get(params.name);
          return place ? say(place) : "";
        },
      },
      visualMap: {
        min: 0,
        max: most,
        calculable: false,
        orient: "horizontal",
        left: 8,
        bottom: 0,
        text: [String(most), "0"],
        textStyle: text,
        seriesIndex: 0,
        inRange: { color: [theme.palette.background.default, theme.palette.primary.main] },
      },
      geo: { map: "kg", roam: false, silent: true, itemStyle: { areaColor: "transparent", borderColor: "transparent" } },
      series: [
        {
          type: "map",
          map: "kg",
          geoIndex: undefined,
          label: { show: false },
          itemStyle: { borderColor: theme.palette.text.secondary },
          emphasis: { label: { show: false } },
          data: areas.map((place) => ({ name: place.code, value: place.count, place })),
        },
        {
          type: "scatter",
          coordinateSystem: "geo",
          symbolSize: (_: unknown, params: { data: { place: Place } }) => 10 + 26 * Math.sqrt(params.data.place.count / largest),
          itemStyle: { color: theme.palette.warning.main, opacity: 0.85, borderColor: "#fff" },
          label: {
            show: true,
            formatter: (params: { data: { place: Place } }) => String(params.data.place.count),
            color: "#fff",
            fontWeight: 700,
          },
          data: circles
            .filter((c) => c.count > 0 && c.longitude !== null && c.latitude !== null)
            .map((place) => ({ value: [place.longitude, place.latitude, place.count], place })),
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [shapes, areas, circles, theme, translate]);
  return <div ref={box} style={{ width: "100%", height: "min(56vw, 460px)" }} role="img" aria-label={translate("map.title")} />;
}
