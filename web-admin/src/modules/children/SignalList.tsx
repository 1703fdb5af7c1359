import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { signalStatusCodes } from "../../api/schemaCodes";
import { signals } from "./api/signals";
import { useMay } from "../../app/core/me";
import { showDate } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useDictionary, useTerritoryName } from "../../ui/reference";
import { Below, Severity } from "../../ui/Severity";
import { Filter } from "../../ui/Filter";

type Status = Schemas["SignalStatus"];

export function SignalList() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const channel = useDictionary("channel");
  const mayRegister = useMay("register-signals");
  const [params, setParams] = useSearchParams();
  const status = (params.get("status") as Status | null) ?? undefined;
  const register = mayRegister && (
    <Button component={Link} to="/signals/new" variant="contained">
      {translate("signal.register")}
    </Button>
  );
  return (
    <Page title={translate("menu.signals")} actions={register}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={status ?? ""}
          onChange={(value) => setParams(value ? { status: value } : {}, { replace: true })}
          all={translate("signal.all-statuses")}
          options={signalStatusCodes.map((s) => ({ value: s, label: translate(`signal-status.${s}`) }))}
          label={translate("field.status")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("menu.signals")}
          source={signals(status)}
          id={(signal) => signal.id}
          to={(signal) => `/signals/${signal.id}`}
          empty={translate("signal.empty")}
          emptyAction={register}
          columns={[
            { title: translate("field.number"), cell: (s) => <Copyable text={s.number} />, nowrap: true },
            { title: translate("field.child"), cell: (s) => s.childName || translate("child.nameless"), main: true },
            {
              title: translate("signal.received-on"),
              cell: (s) => (
                <>
                  {showDate(s.receivedOn)} <Below>{channel.name(s.channel)}</Below>
                </>
              ),
            },
            { title: translate("signal.urgency"), cell: (s) => <UrgencyWord value={s.urgency} mark={s.mark} /> },
            { title: translate("field.territory"), cell: (s) => territory(s.territory) },
            {
              title: translate("field.status"),
              cell: (s) => (
                <>
                  {translate(`signal-status.${s.status}`)} {s.mark.responsible && <Below>{s.mark.responsible}</Below>}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

const levels: Record<Schemas["Urgency"], Schemas["Severity"]> = { ordinary: "none", urgent: "urgent", immediate: "danger" };

/** The reported urgency; pressing cases look the same everywhere. */
export function UrgencyWord({ value, mark }: { value: Schemas["Urgency"]; mark?: Schemas["CaseMark"] }) {
  const translate = useTranslate();
  const told = levels[value];
  return (
    <Box component="span" sx={{ display: "inline-flex", flexWrap: "wrap", gap: 0.5 }}>
      {told === "none" ? translate(`urgency.${value}`) : <Severity value={told} />}
      {/* of an already known child */}
      {mark && mark.severity !== told && <Severity value={mark.severity} />}
    </Box>
  );
}
