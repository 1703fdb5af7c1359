import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import { bodies } from "./api/bodies";
import { useMay } from "../../app/core/me";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { SearchBox } from "../../ui/SearchBox";

export function BodyList() {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const mayManage = useMay("manage-bodies");
  const search = useSearchParams()[0].get("search") ?? undefined;
  const add = mayManage && (
    <Button component={Link} to="/bodies/new" variant="contained">
      {translate("body.register")}
    </Button>
  );
  return (
    <Page title={translate("menu.bodies")} actions={add}>
      <SearchBox />
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("menu.bodies")}
          source={bodies(search)}
          id={(body) => body.id}
          to={(body) => `/bodies/${body.id}`}
          empty={translate("body.empty")}
          emptyAction={add}
          columns={[
            { title: translate("body.name"), cell: (body) => name(body), main: true },
            { title: translate("body.kind"), cell: (body) => translate(`body-kind.${body.kind}`) },
            { title: translate("body.level"), cell: (body) => translate(`body-level.${body.level}`) },
            { title: translate("field.territory"), cell: (body) => territory(body.territory) },
            { title: translate("body.inn"), cell: (body) => body.inn, nowrap: true },
          ]}
        />
      </Panel>
    </Page>
  );
}
