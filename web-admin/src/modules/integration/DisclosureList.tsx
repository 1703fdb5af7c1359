import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { disclosureStatusCodes } from "../../api/schemaCodes";
import { disclosures } from "./api/disclosures";
import { showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Marked } from "../../ui/Severity";
import { Filter } from "../../ui/Filter";
import { RecipientNotices } from "./RecipientNotices";

/** [27] The register of disclosures inside the reader's scope. */
export function DisclosureList() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const [params, setParams] = useSearchParams();
  const status = (params.get("status") ?? undefined) as Schemas["DisclosureStatus"] | undefined;
  return (
    <Page title={translate("menu.disclosures")} subtitle={translate("disclosure.help")}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={status ?? ""}
          onChange={(value) => setParams(value ? { status: value } : {}, { replace: true })}
          all={translate("disclosure.all")}
          options={disclosureStatusCodes.map((value) => ({ value, label: translate(`disclosure-status.${value}`) }))}
          label={translate("field.status")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["DisclosureRow"]>
          label={translate("menu.disclosures")}
          source={disclosures(status)}
          id={(row) => row.id}
          to={(row) => `/disclosures/${row.id}`}
          empty={translate("disclosure.none")}
          columns={[
            { title: translate("field.number"), cell: (row) => row.number, main: true, nowrap: true },
            { title: translate("disclosure.asker"), cell: (row) => translate(`asker.${row.asker}`) },
            {
              title: translate("disclosure.case"),
              cell: (row) => (row.mark ? <Marked mark={row.mark}>{row.caseNumber}</Marked> : row.caseNumber),
            },
            { title: translate("field.territory"), cell: (row) => territory(row.territory) },
            { title: translate("severity.responsible"), cell: (row) => row.mark?.responsible },
            { title: translate("disclosure.asked-on"), cell: (row) => showDate(row.askedOn), nowrap: true },
            { title: translate("field.status"), cell: (row) => translate(`disclosure-status.${row.status}`) },
          ]}
        />
      </Panel>
      <RecipientNotices />
    </Page>
  );
}
