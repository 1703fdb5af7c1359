import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { childrenHere, ownInstitutionQuery } from "./api/institutions";
import { showDate } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { List } from "../../ui/List";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { Occupancy } from "./InstitutionList";

/** [7, 25.1] Staff of an institution see it and the children who currently live there, by name and nothing more. */
export function OwnInstitution() {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const own = useQuery(ownInstitutionQuery);
  if (own.isPending) return <Loading />;
  if (own.isError)
    return (
      <Page title={translate("menu.own-institution")}>
        <Failure error={own.error} />
      </Page>
    );
  const { institution, placed } = own.data;
  return (
    <Page
      title={name(institution)}
      subtitle={
        <>
          {translate(`institution-kind.${institution.kind}`)} · {territory(institution.territory)} · {institution.address} ·{" "}
          {translate("institution.occupancy")}: <Occupancy placed={placed} capacity={institution.capacity} />
        </>
      }
    >
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["ChildHere"]>
          label={translate("placement.running")}
          source={childrenHere}
          id={(row) => row.placementId}
          empty={translate("placement.none")}
          columns={[
            { title: translate("field.child"), cell: (row) => row.fullName, main: true },
            { title: translate("field.number"), cell: (row) => <Copyable text={row.caseNumber} />, nowrap: true },
            { title: translate("placement.kind"), cell: (row) => translate(`placement-kind.${row.kind}`) },
            { title: translate("placement.from"), cell: (row) => showDate(row.from), nowrap: true },
            { title: translate("placement.reviewed-on"), cell: (row) => showDate(row.reviewedOn), nowrap: true },
          ]}
        />
      </Panel>
    </Page>
  );
}
