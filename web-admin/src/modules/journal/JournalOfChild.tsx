import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { journalOfChild } from "./api/journal";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useVisitColumns } from "./JournalRows";
import { type Visit } from "./visits";

/** [15.6, 28] Who has seen or changed what about a child. */
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
          source={journalOfChild(id)}
          id={({ last }) => String(last.seq)}
          empty={translate("journal.none")}
          columns={columns}
        />
      </Panel>
    </Page>
  );
}
