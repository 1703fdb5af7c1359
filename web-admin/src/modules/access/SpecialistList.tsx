import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import { specialists } from "./api/specialists";
import { useMay } from "../../app/core/me";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { SearchBox } from "../../ui/SearchBox";

export function SpecialistList() {
  const translate = useTranslate();
  const name = useName();
  const mayManage = useMay("manage-bodies");
  const search = useSearchParams()[0].get("search") ?? undefined;
  const add = mayManage && (
    <Button component={Link} to="/specialists/new" variant="contained">
      {translate("specialist.register")}
    </Button>
  );
  return (
    <Page title={translate("menu.specialists")} actions={add}>
      <SearchBox />
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("menu.specialists")}
          source={specialists(search)}
          id={(specialist) => specialist.id}
          to={(specialist) => (mayManage ? `/specialists/${specialist.id}` : undefined)}
          empty={translate("specialist.empty")}
          emptyAction={add}
          columns={[
            { title: translate("field.full-name"), cell: (s) => s.fullName, main: true },
            { title: translate("account.position"), cell: (s) => s.position },
            { title: translate("account.body"), cell: (s) => name({ nameKy: s.bodyKy, nameRu: s.bodyRu }) },
            { title: translate("specialist.access"), cell: (s) => translate(s.hasAccount ? "form.yes" : "form.no") },
          ]}
        />
      </Panel>
    </Page>
  );
}
