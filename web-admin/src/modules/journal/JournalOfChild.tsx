import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { api } from "../../api/client";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useVisitColumns } from "./JournalRows";
import { fullPage, type Visit } from "./visits";

/** [15.6, 28] Who has seen or changed what of a child. */
export function JournalOfChild() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const columns = useVisitColumns();
  return (
    <Page
      title={translate("journal.of-child")}
      actions={
        <Button component={Link} to={`/children/${id}`}>
          {translate("journal.to-card")}
        </Button>
      }
    >
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Visit>
          label={translate("journal.of-child")}
          queryKey={["journal-of-child", id]}
          load={(from) =>
            fullPage(
              async (cursor) => (await api.get("/api/access/journal/of-child/{id}", { path: { id }, query: { cursor, size: 100 } })).data,
              from,
              true,
            )
          }
          id={({ last }) => String(last.seq)}
          empty={translate("journal.none")}
          columns={columns}
        />
      </Panel>
    </Page>
  );
}
