import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link, useSearchParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";

type Row = Schemas["PurgeDueRow"];

/** [25.2] Whose data end within 90 days, and whose end must be decided because the birth date is unknown or estimated. */
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
        sx={{ mb: 2, bgcolor: "background.paper" }}
      >
        {(["announced", "undated"] as const).map((value) => (
          <ToggleButton key={value} value={value} sx={{ textTransform: "none" }}>
            {translate(`purges-due.${value}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {deciding && <Decide row={deciding} onDone={() => setDeciding(undefined)} />}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Row>
          label={translate("purge.due")}
          queryKey={["purges-due", which]}
          load={async (cursor) => (await api.get("/api/children/purges-due", { query: { which, cursor } })).data}
          id={(row) => row.childId}
          empty={translate("purge.nobody")}
          columns={[
            { title: translate("field.child"), cell: (row) => row.fullName, main: true },
            { title: translate("field.territory"), cell: (row) => territory(row.territory) },
            {
              title: translate("purge.born"),
              cell: (row) =>
                row.birthDate ? `${showDate(row.birthDate)}${row.estimated ? ` (${translate("purge.estimated")})` : ""}` : "—",
            },
            {
              title: translate("purge.due-on"),
              cell: (row) => (row.purgeOn ? showDate(row.purgeOn) : translate("purge.undecided")),
              nowrap: true,
            },
            {
              title: translate("purge.decide"),
              cell: (row) =>
                which === "undated" && (
                  <Button size="small" onClick={() => setDeciding(row)} aria-label={`${translate("purge.decide")}: ${row.fullName}`}>
                    {translate("purge.decide")}
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}

function Decide({ row, onDone }: { row: Row; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { purgeOn: row.purgeOn ?? "", reason: "" } });
  return (
    <Panel title={translate("purge.decide")}>
      <Typography sx={{ mb: 1.5 }}>{row.fullName}</Typography>
      <Form
        key={row.childId}
        form={form}
        idPrefix="purge-"
        submit={translate("form.save")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (body, idempotencyKey) => {
          await api.post("/api/children/purges-due/{id}/decide", { path: { id: row.childId }, body, idempotencyKey });
          notify(translate("form.saved"), { type: "success" });
          await queries.invalidateQueries();
          onDone();
        }}
      >
        <Stack>
          <Day name="purgeOn" label={translate("purge.due-on")} help={translate("purge.decide-help")} />
          <Box>
            <Text name="reason" label={translate("form.reason")} lines={2} />
          </Box>
        </Stack>
      </Form>
    </Panel>
  );
}
