import { useTheme } from "@mui/material/styles";
import { ScatterChart } from "echarts/charts";
import { GeoComponent } from "echarts/components";
import { init, registerMap, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useMemo, useRef } from "react";
import { useLocaleState } from "react-admin";
import { useShapes } from "./useShapes";
import { useTerritories } from "./reference";

register([ScatterChart, GeoComponent, SVGRenderer]);

export type Point = { latitude: number; longitude: number };

const closer = 5;
/** About ten meters: the precision of a finger on a map. */
const digits = 4;
const round = (degrees: number) => Number(degrees.toFixed(digits));

/** A map to pan and zoom; a click sets the point. Without a mouse the two numbers can be typed. */
export function PointMap({
  label,
  point,
  territory,
  onPick,
}: {
  label: string;
  point?: Point;
  territory?: string;
  onPick: (point: Point) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const [locale] = useLocaleState();
  const { shapes } = useShapes();
  const territories = useTerritories().data;
  const centres = useMemo(
    () =>
      (territories ?? [])
        .filter((t) => t.level === 2 && t.longitude != null && t.latitude != null)
        .map((t) => ({ code: t.code, name: locale === "ky" ? t.nameKy : t.nameRu, value: [t.longitude!, t.latitude!] })),
    [territories, locale],
  );
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  // where the map opens; later clicks must not move it under the pointer
  const start = useRef(point);
  useEffect(() => {
    if (!box.current || centres.length === 0) return;
    registerMap("kg-point", shapes);
    const chart = init(box.current, undefined, { renderer: "svg" });
    const chosen = centres.find((t) => territory?.startsWith(t.code.slice(0, 8)));
    const centre = start.current ? [start.current.longitude, start.current.latitude] : chosen?.value;
    const text = { color: theme.palette.text.primary, fontFamily: theme.typography.fontFamily };
    chart.setOption({
      animation: false,
      textStyle: text,
      geo: {
        map: "kg-point",
        roam: true,
        silent: true,
        zoom: centre ? closer : 1,
        center: centre,
        scaleLimit: { min: 1, max: 200 },
        itemStyle: { areaColor: theme.palette.background.default, borderColor: theme.palette.text.secondary },
      },
      series: [
        {
          type: "scatter",
          coordinateSystem: "geo",
          symbolSize: 6,
          silent: true,
          itemStyle: { color: theme.palette.text.secondary },
          label: { show: true, position: "right", formatter: "{b}", ...text, fontSize: 12 },
          labelLayout: { hideOverlap: true },
          data: centres,
        },
        {
          id: "point",
          type: "scatter",
          coordinateSystem: "geo",
          symbol: "pin",
          symbolSize: 34,
          itemStyle: { color: theme.palette.error.main },
          data: start.current ? [[start.current.longitude, start.current.latitude]] : [],
        },
      ],
    });
    chart.getZr().on("click", (event) => {
      const at = chart.convertFromPixel({ geoIndex: 0 }, [event.offsetX, event.offsetY]) as number[] | undefined;
      if (!at || !at.every(Number.isFinite)) return;
      const [longitude, latitude] = at.map(round) as [number, number];
      chart.setOption({ series: [{ id: "point", data: [[longitude, latitude]] }] });
      pick.current({ latitude, longitude });
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [shapes, centres, territory, theme]);
  return (
    <div
      ref={box}
      style={{ width: "100%", height: "min(70vw, 380px)", cursor: "crosshair" }}
      role="img"
      aria-label={label}
      data-testid="point-map"
    />
  );
}
