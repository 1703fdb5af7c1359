import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { frozen } from "./api/reports";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";

/** Reports frozen as they were, under a number. */
export function FrozenList() {
  const translate = useTranslate();
  return (
    <Page title={translate("frozen.title")}>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["FrozenRow"]>
          label={translate("frozen.title")}
          source={frozen}
          id={(row) => row.id}
          to={(row) => `/statistics/frozen/${row.id}`}
          empty={translate("frozen.none")}
          columns={[
            { title: translate("field.number"), cell: (row) => row.number, main: true, nowrap: true },
            { title: translate("report.report"), cell: (row) => translate(`report.${row.report}`) },
            { title: translate("frozen.at"), cell: (row) => showTime(row.at), nowrap: true },
            { title: translate("frozen.by"), cell: (row) => row.by ?? "" },
          ]}
        />
      </Panel>
    </Page>
  );
}
