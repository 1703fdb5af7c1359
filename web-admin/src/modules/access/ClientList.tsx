import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { clients } from "./api/clients";
import { showDate, showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";

/** [12.2, 15.5] Other state systems that may use the API of the Base. */
export function ClientList() {
  const translate = useTranslate();
  const add = (
    <Button component={Link} to="/clients/new" variant="contained">
      {translate("client.register")}
    </Button>
  );
  return (
    <Page title={translate("menu.clients")} subtitle={translate("client.help")} actions={add}>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["ClientRow"]>
          label={translate("menu.clients")}
          source={clients}
          id={(row) => row.id}
          to={(row) => `/clients/${row.id}`}
          empty={translate("client.none")}
          columns={[
            { title: translate("client.name"), cell: (row) => row.name, main: true },
            { title: translate("client.id"), cell: (row) => row.clientId, nowrap: true },
            { title: translate("field.status"), cell: (row) => translate(`client-status.${row.status}`) },
            { title: translate("account.until"), cell: (row) => showDate(row.validUntil), nowrap: true },
            { title: translate("client.last-used"), cell: (row) => (row.lastUsedAt ? showTime(row.lastUsedAt) : "—"), nowrap: true },
          ]}
        />
      </Panel>
    </Page>
  );
}
