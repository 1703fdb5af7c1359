import { useTranslate } from "react-admin";
import { useLocation, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { reportChildren } from "./api/reports";
import { showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { useKeyName } from "./keys";

/** The children behind a figure of a report, inside the reader's scope. */
export function ReportChildren() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const keyName = useKeyName();
  const [params] = useSearchParams();
  // bodies have no code to be named by: the previous table passes the name along
  const label = (useLocation().state as { label?: string } | null)?.label;
  const get = (name: string) => params.get(name) ?? "";
  const query = {
    report: get("report"),
    by: get("by"),
    from: get("from"),
    to: get("to"),
    territory: params.get("territory") ?? undefined,
    key: params.get("key") ?? undefined,
    figure: params.get("figure") ?? undefined,
  };
  return (
    <Page
      title={`${translate(`report.${query.report}`)}${query.figure ? ` · ${translate(`figure.${query.figure}`)}` : ""}`}
      subtitle={`${query.key === undefined ? translate("report.total") : label || (query.by === "responsible-body" && query.key ? translate("by.responsible-body") : keyName(query.by, query.key))} · ${showDate(query.from)} – ${showDate(query.to)}`}
    >
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["ReportChild"]>
          label={translate("report.children")}
          source={reportChildren(query)}
          id={(row) => row.childId}
          to={(row) => (row.number ? `/children/${row.childId}` : undefined)}
          empty={translate("report.nothing")}
          columns={[
            { title: translate("field.child"), cell: (row) => row.fullName || translate("child.nameless"), main: true },
            { title: translate("field.number"), cell: (row) => row.number ?? "—", nowrap: true },
            { title: translate("field.territory"), cell: (row) => territory(row.territory) },
          ]}
        />
      </Panel>
    </Page>
  );
}
