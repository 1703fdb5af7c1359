import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { materialKindCodes } from "../../api/schemaCodes";
import { materials } from "./api/materials";
import { useMay } from "../../app/core/me";
import { dayOf, showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { SearchBox } from "../../ui/SearchBox";
import { Filter } from "../../ui/Filter";

/** [11.6] Laws, guides, forms, contacts and news: everyone reads, the authorised body writes. */
export function Materials() {
  const translate = useTranslate();
  const mayPublish = useMay("publish-materials");
  return (
    <Page
      title={translate("menu.materials")}
      actions={
        mayPublish && (
          <>
            <Button component={Link} to="/materials/drafts">
              {translate("material.drafts")}
            </Button>
            <Button component={Link} to="/materials/new" variant="contained">
              {translate("material.create")}
            </Button>
          </>
        )
      }
    >
      <MaterialList base="/materials" />
    </Page>
  );
}

/** The same list inside the Base and on the public page. */
export function MaterialList({ base }: { base: string }) {
  const translate = useTranslate();
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const kind = params.get("kind") ?? "";
  const query = { search: search || undefined, kind: (kind || undefined) as Schemas["MaterialKind"] | undefined };
  return (
    <>
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center", mb: 2 }}>
        <SearchBox />
        <Filter
          value={kind}
          onChange={(value) =>
            setParams(
              (now) => {
                if (value) now.set("kind", value);
                else now.delete("kind");
                return now;
              },
              { replace: true },
            )
          }
          all={translate("material.all-kinds")}
          options={materialKindCodes.map((value) => ({ value, label: translate(`material-kind.${value}`) }))}
          label={translate("material.kind")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["MaterialRow"]>
          label={translate("menu.materials")}
          source={materials(query)}
          id={(row) => row.id}
          to={(row) => `${base}/${row.id}`}
          empty={translate(search || kind ? "form.nothing-found" : "material.none")}
          columns={[
            { title: translate("material.title"), cell: (row) => say(row.title), main: true },
            { title: translate("material.kind"), cell: (row) => translate(`material-kind.${row.kind}`) },
            { title: translate("material.clause"), cell: (row) => row.clause ?? "" },
            { title: translate("material.published-at"), cell: (row) => showDate(dayOf(row.publishedAt)), nowrap: true },
          ]}
        />
      </Panel>
    </>
  );
}
