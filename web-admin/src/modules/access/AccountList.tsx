import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import { accounts } from "./api/accounts";
import { showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { AccessRequests } from "./AccessRequests";
import { SearchBox } from "../../ui/SearchBox";
import { WaitingClients } from "./WaitingClients";

export function AccountList() {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const search = useSearchParams()[0].get("search") ?? undefined;
  const add = (
    <Button component={Link} to="/accounts/new" variant="contained">
      {translate("account.grant")}
    </Button>
  );
  return (
    <Page
      title={translate("menu.accounts")}
      actions={
        <>
          <Button component={Link} to="/accounts/blocks" variant="outlined">
            {translate("block.title")}
          </Button>
          {add}
        </>
      }
    >
      <AccessRequests>
        <WaitingClients>
          <SearchBox />
          <Panel sx={{ p: { xs: 1, md: 1 } }}>
            <List
              label={translate("menu.accounts")}
              source={accounts(search)}
              id={(account) => account.id}
              to={(account) => `/accounts/${account.id}`}
              empty={translate("account.empty")}
              emptyAction={add}
              columns={[
                { title: translate("account.login"), cell: (a) => a.login, main: true },
                { title: translate("field.full-name"), cell: (a) => a.fullName },
                { title: translate("account.body"), cell: (a) => name({ nameKy: a.bodyKy, nameRu: a.bodyRu }) },
                { title: translate("account.role"), cell: (a) => translate(`role.${a.role}`) },
                { title: translate("field.territory"), cell: (a) => territory(a.territory) || "—" },
                { title: translate("account.until"), cell: (a) => showDate(a.validUntil), nowrap: true },
                { title: translate("field.status"), cell: (a) => <AccountStatus status={a.status} /> },
              ]}
            />
          </Panel>
        </WaitingClients>
      </AccessRequests>
    </Page>
  );
}

export function AccountStatus({ status }: { status: string }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: status === "active" ? "success.main" : "error.main", fontWeight: 600 }}>
      {translate(`account-status.${status}`)}
    </Box>
  );
}
