import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { institutionKindCodes, ownershipCodes } from "../../api/schemaCodes";
import { institutions } from "./api/institutions";
import { useMay } from "../../app/core/me";
import { showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { SearchBox } from "../../ui/SearchBox";
import { Filter } from "../../ui/Filter";

type Row = Schemas["InstitutionRow"];

/** [5.admin] The register of children's institutions of every ownership, with their occupancy. */
export function InstitutionList() {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const mayManage = useMay("manage-institutions");
  const mayPlace = useMay("read-children");
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const kind = params.get("kind") ?? "";
  const ownership = params.get("ownership") ?? "";
  const set = (key: string, value: string) =>
    setParams(
      (now) => {
        if (value) now.set(key, value);
        else now.delete(key);
        return now;
      },
      { replace: true },
    );
  const query = {
    search: search || undefined,
    kind: (kind || undefined) as Schemas["InstitutionKind"] | undefined,
    ownership: (ownership || undefined) as Schemas["Ownership"] | undefined,
  };
  return (
    <Page
      title={translate("menu.institutions")}
      actions={
        <>
          {mayPlace && (
            <Button component={Link} to="/placements">
              {translate("placement.running")}
            </Button>
          )}
          {mayManage && (
            <Button component={Link} to="/institutions/new" variant="contained">
              {translate("institution.register")}
            </Button>
          )}
        </>
      }
    >
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", mb: 2, alignItems: "center" }}>
        <SearchBox />
        <Filter
          value={kind}
          onChange={(value) => set("kind", value)}
          all={translate("institution.all-kinds")}
          options={institutionKindCodes.map((value) => ({ value, label: translate(`institution-kind.${value}`) }))}
          label={translate("institution.kind")}
        />
        <Filter
          value={ownership}
          onChange={(value) => set("ownership", value)}
          all={translate("institution.all-ownerships")}
          options={ownershipCodes.map((value) => ({ value, label: translate(`ownership.${value}`) }))}
          label={translate("institution.ownership")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Row>
          label={translate("menu.institutions")}
          source={institutions(query)}
          id={(row) => row.id}
          to={(row) => `/institutions/${row.id}`}
          empty={translate(search || kind || ownership ? "institution.none-found" : "institution.none")}
          columns={[
            { title: translate("institution.name"), cell: (row) => name(row), main: true },
            { title: translate("institution.kind"), cell: (row) => translate(`institution-kind.${row.kind}`) },
            { title: translate("institution.ownership"), cell: (row) => translate(`ownership.${row.ownership}`) },
            { title: translate("field.territory"), cell: (row) => territory(row.territory) },
            {
              title: translate("institution.occupancy"),
              cell: (row) => <Occupancy placed={row.placed} capacity={row.capacity} />,
              nowrap: true,
            },
            {
              title: translate("institution.accredited-until"),
              cell: (row) => (row.isAccredited ? showDate(row.accreditedUntil) : translate("institution.not-accredited")),
              nowrap: true,
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

/** Occupied and total places; full is said in words, not by color alone. */
export function Occupancy({ placed, capacity }: { placed: number; capacity: number }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: placed >= capacity ? "error.main" : undefined, fontWeight: placed >= capacity ? 650 : 400 }}>
      {placed} / {capacity}
      {placed >= capacity && ` · ${translate("institution.full")}`}
    </Box>
  );
}
