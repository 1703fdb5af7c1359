import { Box, Button, Chip, ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { purgesDueCodes } from "../../api/schemaCodes";
import { purgesDue } from "./api/purges";
import { showDate } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { DecidePurge } from "./DecidePurge";
import { PurgeDecision } from "./PurgeDecision";
import { FormButton } from "../../ui/drafts/FormButton";

type Row = Schemas["PurgeDueRow"];

/** [25.2] Records due for a purge within 90 days, those held, and those with an uncertain birth date; each with the reasons. */
export function PurgesDue() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const [params, setParams] = useSearchParams();
  const [deciding, setDeciding] = useState<Row>();
  const which = (params.get("which") ?? "announced") as Schemas["PurgesDue"];
  return (
    <Page
      title={translate("purge.due")}
      actions={
        <Button component={Link} to="/purges">
          {translate("menu.purges")}
        </Button>
      }
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={which}
        onChange={(_, value: string | null) => value && setParams({ which: value }, { replace: true })}
        aria-label={translate("purge.due")}
        sx={{ mb: 2, bgcolor: "background.paper", flexWrap: "wrap" }}
      >
        {purgesDueCodes.map((value) => (
          <ToggleButton key={value} value={value} sx={{ textTransform: "none" }}>
            {translate(`purges-due.${value}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {deciding && (
        <Opened key={deciding.childId}>
          <DecidePurge row={deciding} onDone={() => setDeciding(undefined)} />
        </Opened>
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Row>
          label={translate("purge.due")}
          source={purgesDue(which)}
          id={(row) => row.childId}
          empty={translate("purge.nobody")}
          columns={[
            {
              title: translate("field.child"),
              cell: (row) => (
                <>
                  {row.fullName || "—"} <Box component="span">{row.number}</Box>
                </>
              ),
              main: true,
            },
            { title: translate("field.territory"), cell: (row) => territory(row.territory) },
            { title: translate("purge.born"), cell: (row) => <Born row={row} />, nowrap: true },
            {
              title: translate("purge.due-on"),
              cell: (row) => (row.purgeOn ? showDate(row.purgeOn) : translate("purge.undecided")),
              nowrap: true,
            },
            ...(which === "held"
              ? [{ title: translate("purge.decide-by"), cell: (row: Row) => showDate(row.decideBy), nowrap: true }]
              : []),
            { title: translate("purge.why"), cell: (row) => <Why row={row} /> },
            {
              title: translate("purge.decide"),
              cell: (row) =>
                (row.reasons.length > 1 || which !== "announced") && (
                  <FormButton
                    draft={`decide-purge.${row.childId}`}
                    size="small"
                    onOpen={() => setDeciding(row)}
                    aria-label={`${translate("purge.decide")}: ${row.fullName}`}
                  >
                    {translate("purge.decide")}
                  </FormButton>
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

function Born({ row }: { row: Row }) {
  const translate = useTranslate();
  if (!row.birthDate) return "—";
  const how = row.inDoubt ? "dates.doubtful" : row.estimated ? "purge.estimated" : null;
  return `${showDate(row.birthDate)}${how ? ` (${translate(how)})` : ""}`;
}

function Why({ row }: { row: Row }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: "flex", gap: 0.5, flexWrap: "wrap" }}>
      {row.reasons.map((reason) => (
        <Chip
          key={reason}
          size="small"
          variant="outlined"
          color={reason === "turning28" || reason === "decided" ? "default" : "warning"}
          sx={{ height: "auto", "& .MuiChip-label": { whiteSpace: "normal", py: 0.25 }, color: "text.primary" }}
          label={translate(`purge-reason.${reason}`)}
        />
      ))}
      {row.decision && <PurgeDecision decision={row.decision} />}
    </Box>
  );
}
