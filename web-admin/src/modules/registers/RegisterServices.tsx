import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { registerServices, registerSettingsQuery } from "./api/registers";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";

/** [18, 5.admin] The registers of other state bodies and how they are reached. */
export function RegisterServices() {
  const translate = useTranslate();
  const settings = useQuery(registerSettingsQuery).data;
  return (
    <Page title={translate("menu.registers")} subtitle={translate("registers.admin-help")}>
      {settings && (
        <Panel title={translate("registers.exchange")}>
          <Typography sx={{ overflowWrap: "anywhere" }}>
            {settings.simulator ? translate("registers.simulator") : (settings.securityServer ?? translate("registers.not-set"))}
          </Typography>
          <Typography color="textSecondary" sx={{ overflowWrap: "anywhere" }}>
            {settings.client} · {translate(settings.hasCertificate ? "registers.certificate" : "registers.no-certificate")} ·{" "}
            {translate("registers.timeout", { smart_count: settings.timeoutSeconds })}
          </Typography>
        </Panel>
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["RegisterServiceRow"]>
          label={translate("menu.registers")}
          source={registerServices}
          id={(row) => row.kind}
          to={(row) => `/registers/${row.kind}`}
          empty={translate("registers.none")}
          columns={[
            { title: translate("registers.register"), cell: (row) => translate(`register.${row.kind}`), main: true },
            { title: translate("field.status"), cell: (row) => translate(row.isOn ? "registers.on" : "registers.off") },
            { title: translate("registers.mapping"), cell: (row) => translate(row.assumed ? "registers.assumed" : "registers.known") },
            { title: translate("registers.service"), cell: (row) => row.source },
            {
              title: translate("registers.last"),
              cell: (row) => (row.lastAskedAt ? `${showTime(row.lastAskedAt)} · ${translate(`register-outcome.${row.lastOutcome}`)}` : "—"),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
