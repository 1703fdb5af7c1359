import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { purges } from "./api/purges";
import { useMay } from "../../app/core/me";
import { showDate, showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { SearchBox } from "../../ui/SearchBox";

/** [25.2] Purge certificates: the number is all that is left. */
export function Purges() {
  const translate = useTranslate();
  const mayDecide = useMay("decide-purges");
  const search = useSearchParams()[0].get("search") ?? undefined;
  return (
    <Page
      title={translate("menu.purges")}
      subtitle={translate("purge.help")}
      actions={
        mayDecide && (
          <Button component={Link} to="/purges/due" variant="outlined">
            {translate("purge.due")}
          </Button>
        )
      }
    >
      <SearchBox />
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["PurgeRow"]>
          label={translate("menu.purges")}
          source={purges(search)}
          id={(row) => row.id}
          to={(row) => `/purges/${row.id}`}
          empty={translate("purge.none")}
          columns={[
            { title: translate("field.number"), cell: (row) => row.number, main: true, nowrap: true },
            { title: translate("purge.ground"), cell: (row) => translate(`purge-ground.${row.ground}`) },
            { title: translate("purge.due-on"), cell: (row) => showDate(row.dueOn), nowrap: true },
            {
              title: translate("purge.completed"),
              cell: (row) => (row.completedAt ? showTime(row.completedAt) : translate("purge.running")),
              nowrap: true,
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
