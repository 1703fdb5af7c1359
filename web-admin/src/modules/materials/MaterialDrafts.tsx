import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { materialStateCodes } from "../../api/schemaCodes";
import { materialDrafts } from "./api/materials";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { SearchBox } from "../../ui/SearchBox";
import { Filter } from "../../ui/Filter";

/** All materials as their editors see them. */
export function MaterialDrafts() {
  const translate = useTranslate();
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const state = params.get("state") ?? "";
  const query = { search: params.get("search") ?? undefined, state: (state || undefined) as Schemas["MaterialState"] | undefined };
  return (
    <Page
      title={translate("material.drafts")}
      actions={
        <Button component={Link} to="/materials/new" variant="contained">
          {translate("material.create")}
        </Button>
      }
    >
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center", mb: 2 }}>
        <SearchBox />
        <Filter
          value={state}
          onChange={(value) => setParams(value ? { state: value } : {}, { replace: true })}
          all={translate("material.all-states")}
          options={materialStateCodes.map((value) => ({ value, label: translate(`material-state.${value}`) }))}
          label={translate("material.state")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["MaterialDraftRow"]>
          label={translate("material.drafts")}
          source={materialDrafts(query)}
          id={(row) => row.id}
          to={(row) => `/materials/${row.id}/edit`}
          empty={translate("form.nothing-found")}
          columns={[
            { title: translate("material.title"), cell: (row) => say(row.title), main: true },
            { title: translate("material.kind"), cell: (row) => translate(`material-kind.${row.kind}`) },
            { title: translate("material.state"), cell: (row) => translate(`material-state.${row.state}`) },
            { title: translate("material.edition"), cell: (row) => row.edition },
          ]}
        />
      </Panel>
    </Page>
  );
}
