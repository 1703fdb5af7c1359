import { ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { placements } from "./api/placements";
import { showDate } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { Below, Marked, Place } from "../../ui/Severity";

type Row = Schemas["PlacementRow"];
type Query = { institutionId?: string; needsReview?: boolean; siblingsApart?: boolean };
const views = ["all", "review", "siblings"] as const;

/** Where children live now, placements without a review for half a year, and siblings who live apart. */
export function PlacementList() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const view = params.get("view") ?? "all";
  return (
    <Page title={translate("placement.running")}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        onChange={(_, next: string | null) => next && setParams(next === "all" ? {} : { view: next }, { replace: true })}
        aria-label={translate("placement.running")}
        sx={{ bgcolor: "background.paper", mb: 2, flexWrap: "wrap" }}
      >
        {views.map((v) => (
          <ToggleButton key={v} value={v} sx={{ textTransform: "none" }}>
            {translate(`placement.view-${v}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <Placements query={{ needsReview: view === "review" || undefined, siblingsApart: view === "siblings" || undefined }} />
      </Panel>
    </Page>
  );
}

export function Placements({ query }: { query: Query }) {
  const translate = useTranslate();
  const name = useName();
  return (
    <List<Row>
      label={translate("placement.running")}
      source={placements(query)}
      id={(row) => row.id}
      to={(row) => `/children/${row.childId}?tab=placements`}
      empty={translate("placement.none")}
      columns={[
        { title: translate("field.child"), cell: (row) => <Marked mark={row.mark}>{row.fullName}</Marked>, main: true },
        { title: translate("field.number"), cell: (row) => <Copyable text={row.number} />, nowrap: true },
        {
          title: translate("placement.kind"),
          cell: (row) => (
            <>
              {translate(`placement-kind.${row.kind}`)}{" "}
              <Below>
                {translate("placement.from")}: {showDate(row.from)}
              </Below>
            </>
          ),
        },
        ...(query.institutionId
          ? []
          : [
              {
                title: translate("placement.institution"),
                cell: (row: Row) => (row.institutionKy ? name({ nameKy: row.institutionKy, nameRu: row.institutionRu ?? "" }) : "—"),
              },
            ]),
        { title: translate("field.territory"), cell: (row) => <Place territory={row.territory} mark={row.mark} /> },
        {
          title: translate("placement.reviewed-on"),
          cell: (row) => (row.needsReview ? `▲ ${translate("placement.needs-review")}` : showDate(row.reviewedOn)),
          nowrap: true,
        },
      ]}
    />
  );
}
