import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { type ReactNode } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { useQueries, useQuery } from "@tanstack/react-query";
import { purgesDueCountQuery } from "./api/reports";
import { useMe } from "../../app/core/me";
import { today } from "../../ui/dates";
import { Failure, Loading, Page, Panel, Steady } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { LaterChart } from "./LaterChart";
import { oneReport, useReport } from "./useReport";

/** Home of those who supervise a district or the republic: how many, what is late, the trend, the causes, the load. */
export function Overview() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const me = useMe();
  const day = today();
  const from = `${day.slice(0, 4)}-01-01`;
  const place = me.scope === "republic" ? "oblast" : "district";
  const children = useReport("children", place, from, day);
  const terms = useReport("terms", place, from, day);
  const total = (report: typeof children, figure: string) => {
    const at = report.data?.figures.indexOf(figure) ?? -1;
    return report.data ? String(report.data.total.values[at] ?? 0) : "…";
  };
  const [due, inTime] = [Number(total(terms, "due")), Number(total(terms, "in-time"))];
  const tiles: [string, string, string, boolean?][] = [
    ["overview.children", total(children, "children"), "/statistics?report=children"],
    ["overview.high-risk", total(children, "high-risk"), "/statistics?report=children&by=risk"],
    ["overview.late", total(terms, "late"), "/board", true],
    ["overview.in-time", due > 0 ? `${Math.round((inTime * 100) / due)} %` : "—", "/statistics?report=terms"],
  ];
  const ends = useQuery({ ...purgesDueCountQuery, enabled: me.permissions.includes("decide-purges") });
  if (me.permissions.includes("decide-purges"))
    tiles.push(["purge.over-28", String(ends.data?.over28 ?? "…"), "/purges/due?which=held", true]);
  const pictures = [
    ["found", "month"],
    ["causes", "cause"],
    ["children", place],
    ["measures", "body"],
  ] as const;
  const drawn = useQueries({ queries: pictures.map(([report, by]) => oneReport(report, by, from, day)) });
  return (
    <Page
      title={translate(me.scope === "republic" ? "overview.republic" : "overview.district")}
      subtitle={me.scope === "republic" ? undefined : territory(me.territory)}
      actions={
        <>
          <Button component={Link} to="/work?whose=all">
            {translate("menu.work-list")}
          </Button>
          <Button component={Link} to="/statistics/summary" variant="outlined">
            {translate("summary.title")}
          </Button>
        </>
      }
    >
      <Steady ready={drawn.every((one) => !one.isPending)}>
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr 1fr", md: `repeat(${tiles.length}, 1fr)` }, mb: 2 }}>
          {tiles.map(([text, value, to, danger]) => (
            <Panel key={text} sx={{ mb: 0 }}>
              <Typography color="textSecondary">{translate(text)}</Typography>
              <Anchor
                component={Link}
                to={to}
                sx={{ fontSize: 28, fontWeight: 650, color: danger && value !== "0" && value !== "…" ? "error.main" : "primary.main" }}
              >
                {value}
              </Anchor>
            </Panel>
          ))}
        </Box>
        <Box
          sx={{
            display: "grid",
            gap: 2,
            gridTemplateColumns: { xs: "minmax(0,1fr)", md: "minmax(0,1fr) minmax(0,1fr)" },
            alignItems: "start",
          }}
        >
          {pictures.map(([report, by]) => (
            <Picture key={report} report={report} by={by} from={from} to={day}>
              {report === "children" && (
                <Button component={Link} to="/statistics/map">
                  {translate("map.title")}
                </Button>
              )}
            </Picture>
          ))}
        </Box>
      </Steady>
    </Page>
  );
}

function Picture({ report, by, from, to, children }: { report: string; by: string; from: string; to: string; children?: ReactNode }) {
  const translate = useTranslate();
  const answer = useReport(report, by, from, to);
  return (
    <Panel
      title={
        <Anchor component={Link} to={`/statistics?report=${report}&by=${by}`} color="inherit">
          {translate(`report.${report}`)}
        </Anchor>
      }
    >
      {answer.isPending ? (
        <Loading />
      ) : answer.isError ? (
        <Failure error={answer.error} again={() => void answer.refetch()} />
      ) : answer.data.rows.length === 0 ? (
        <Typography color="textSecondary">{translate("report.nothing")}</Typography>
      ) : (
        <LaterChart report={answer.data} />
      )}
      {children}
    </Panel>
  );
}
