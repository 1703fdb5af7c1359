import { Box, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo } from "react";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { mapQuery } from "./api/reports";
import { useMay } from "../../app/core/me";
import { today } from "../../ui/dates";
import { DayBox } from "../../ui/DayBox";
import { Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { useName, useTerritories } from "../../ui/reference";
import { Filter } from "../../ui/Filter";
import { LoadBoundaries } from "./LoadBoundaries";
import type { Place } from "./MapChart";
import { useShapes } from "../../ui/useShapes";

const MapChart = lazy(async () => ({ default: (await import("./MapChart")).MapChart }));
const perPeople = 10_000;
/** Every layer counts by the place found; the dimension that is used for it. */
const layers = { found: ["oblast", "district"], children: ["found-oblast", "found-district"] } as const;
type Layer = keyof typeof layers;

/** [22.4] Children by the place where they were found: counts and rates per 10,000 people, by oblast and rayon; the table has the same data. */
export function MapPage() {
  const translate = useTranslate();
  const name = useName();
  const mayLoad = useMay("manage-territories");
  const mayRead = useMay("read-statistics");
  const territories = useTerritories().data;
  const [params, setParams] = useSearchParams();
  const report: Layer = params.get("report") === "children" ? "children" : "found";
  const from = params.get("from") ?? `${today().slice(0, 4)}-01-01`;
  const to = params.get("to") ?? today();
  const set = (key: string, value: string) =>
    setParams(
      (now) => {
        now.set(key, value);
        return now;
      },
      { replace: true },
    );
  const counted = useQuery({ ...mapQuery(report, layers[report], from, to), enabled: mayRead });
  const { shapes, isOfficial: official, isPending } = useShapes();
  const places = useMemo(() => {
    const of = (rows: { key: string; values: (number | null)[] }[], level: number): Place[] =>
      (territories ?? [])
        .filter((t) => t.level === level)
        .map((t) => {
          const count = rows.find((r) => t.code.startsWith(r.key))?.values[0] ?? 0;
          return {
            code: t.code,
            name: name(t),
            count,
            rate: t.population ? (count * perPeople) / t.population : null,
            longitude: t.longitude ?? null,
            latitude: t.latitude ?? null,
          };
        });
    return { oblasts: of(counted.data?.oblast ?? [], 1), districts: of(counted.data?.district ?? [], 2) };
  }, [territories, counted.data, name]);
  // the bundled outlines are named by code prefixes, official ones by full codes
  const areas = official
    ? [...places.districts, ...places.oblasts]
    : places.oblasts.map((place) => ({ ...place, code: place.code.slice(0, 5) }));
  return (
    <Page title={translate("map.title")} subtitle={translate("map.subtitle")}>
      {mayRead && (
        <>
          <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", mb: 2 }}>
            <Filter
              value={report}
              onChange={(value) => set("report", value)}
              options={Object.keys(layers).map((value) => ({ value, label: translate(`report.${value}`) }))}
              label={translate("report.report")}
            />
            {(["from", "to"] as const).map((which) => (
              <DayBox
                key={which}
                label={translate(`report.${which}`)}
                value={which === "from" ? from : to}
                onChange={(value) => set(which, value)}
              />
            ))}
          </Box>
          {counted.isPending || isPending || !territories ? (
            <Loading />
          ) : counted.isError ? (
            <Failure error={counted.error} again={() => void counted.refetch()} />
          ) : (
            <>
              <Panel>
                <Suspense fallback={<Loading />}>
                  <MapChart shapes={shapes} areas={areas} circles={places.districts} />
                </Suspense>
              </Panel>
              <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0,1fr)", md: "1fr 1fr" }, alignItems: "start" }}>
                <Places title={translate("by.oblast")} places={places.oblasts} />
                <Places title={translate("by.district")} places={places.districts.filter((p) => p.count > 0)} />
              </Box>
            </>
          )}
        </>
      )}
      {mayLoad && <LoadBoundaries />}
    </Page>
  );
}

function Places({ title, places }: { title: string; places: Place[] }) {
  const translate = useTranslate();
  return (
    <Panel title={title}>
      <Wide label={title}>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{title}</TableCell>
              <TableCell align="right">{translate("figure.children")}</TableCell>
              <TableCell align="right">{translate("map.rate")}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {[...places]
              .sort((a, b) => b.count - a.count)
              .map((place) => (
                <TableRow key={place.code} data-key={place.code}>
                  <TableCell component="th">{place.name}</TableCell>
                  <TableCell align="right">{place.count}</TableCell>
                  <TableCell align="right">{place.rate === null ? "—" : place.rate.toFixed(1).replace(".", ",")}</TableCell>
                </TableRow>
              ))}
          </TableBody>
        </Table>
      </Wide>
    </Panel>
  );
}
