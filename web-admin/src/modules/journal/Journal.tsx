import { Autocomplete, Box, Button, FormControlLabel, Link as Anchor, Switch, TextField } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import { journal } from "./api/journal";
import { useMay } from "../../app/core/me";
import { DayBox } from "../../ui/DayBox";
import { today } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useActions, useVisitColumns } from "./JournalRows";
import { type Visit } from "./visits";

/** [28] Who did and read what: by user, action, refusal and day; exported as CSV. */
export function Journal() {
  const translate = useTranslate();
  const columns = useVisitColumns();
  const mayListAccounts = useMay("manage-accounts");
  const [params, setParams] = useSearchParams();
  const actions = useActions();
  const day = today();
  const from = params.get("from") ?? day.slice(0, 8) + "01";
  const to = params.get("to") ?? day;
  const query = {
    accountId: params.get("account") ?? undefined,
    action: params.get("action") ?? undefined,
    refused: params.get("refused") === "1" ? true : undefined,
    from,
    to,
  };
  // filtering by one action shows its individual rows
  const withTechnical = params.get("technical") === "1" || !!query.action;
  const set = (key: string, value: string) =>
    setParams(
      (now) => {
        if (value) now.set(key, value);
        else now.delete(key);
        return now;
      },
      { replace: true },
    );
  const file = new URLSearchParams({ from, to });
  if (query.accountId) file.set("accountId", query.accountId);
  if (query.action) file.set("action", query.action);
  return (
    <Page
      title={translate("menu.journal")}
      actions={
        <>
          <Button component={Link} to="/journal/unusual">
            {translate("journal.unusual")}
          </Button>
          <Button component={Anchor} href={`/api/access/journal/export?${file.toString()}`} download variant="outlined">
            {translate("journal.export")}
          </Button>
        </>
      }
    >
      <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center", mb: 2 }}>
        <DayBox label={translate("report.from")} value={from} onChange={(value) => set("from", value)} />
        <DayBox label={translate("report.to")} value={to} onChange={(value) => set("to", value)} />
        <Autocomplete
          id="journal-action"
          options={actions}
          value={actions.find((a) => a.value === query.action) ?? null}
          onChange={(_, chosen) => set("action", chosen?.value ?? "")}
          noOptionsText={translate("form.nothing-found")}
          openText={translate("form.open")}
          closeText={translate("form.close")}
          clearText={translate("form.clear")}
          renderInput={(field) => <TextField {...field} label={translate("journal.action")} />}
          sx={{ bgcolor: "background.paper", width: 280 }}
        />
        <FormControlLabel
          control={<Switch size="small" checked={!!query.refused} onChange={(event) => set("refused", event.target.checked ? "1" : "")} />}
          label={translate("journal.only-refused")}
        />
        <FormControlLabel
          control={<Switch size="small" checked={withTechnical} onChange={(event) => set("technical", event.target.checked ? "1" : "")} />}
          label={translate("journal.technical")}
        />
        {query.accountId && mayListAccounts && <Button onClick={() => set("account", "")}>{translate("journal.all-users")}</Button>}
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Visit>
          label={translate("menu.journal")}
          source={journal(query, withTechnical)}
          id={({ last }) => String(last.seq)}
          empty={translate("journal.none")}
          columns={columns}
        />
      </Panel>
    </Page>
  );
}
