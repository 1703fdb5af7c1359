import { Alert, Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { institutionChanges, institutionQuery } from "./api/institutions";
import { useMay } from "../../app/core/me";
import { showDate, showTime, today } from "../../ui/dates";
import { useConfirmation } from "../../ui/Confirmation";
import { Form, Row, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { Refusal, useAct } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";
import { Occupancy } from "./InstitutionList";
import { Placements } from "./PlacementList";

/** [5.admin] One institution: what it is, who lives there, inspections, history. */
export function InstitutionPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const mayManage = useMay("manage-institutions");
  const mayRead = useMay("read-children");
  const [closing, setClosing] = useState(false);
  const stored = useQuery(institutionQuery(id));
  if (stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.institutions")}>
        <Failure error={stored.error} again={() => void stored.refetch()} />
      </Page>
    );
  const { data, version } = stored.data;
  const i = data.institution;
  const facts: [string, React.ReactNode][] = [
    ["institution.kind", translate(`institution-kind.${i.kind}`)],
    ["institution.ownership", translate(`ownership.${i.ownership}`)],
    ["body.inn", i.inn],
    ["field.territory", territory(i.territory)],
    ["field.address", i.address],
    ["institution.occupancy", <Occupancy key="o" placed={data.placed} capacity={i.capacity} />],
    ["institution.accreditation", i.accreditation && `${i.accreditation}, ${showDate(i.accreditedFrom)} – ${showDate(i.accreditedUntil)}`],
    ["institution.director", i.director],
    ["institution.staff", i.staff],
    ["field.phone", i.phone],
    ["institution.email", i.email],
    ["institution.services", i.services],
  ];
  return (
    <Page
      title={name(i)}
      actions={
        mayManage &&
        !data.closedOn && (
          <>
            <Button component={Link} to={`/institutions/${id}/edit`} variant="contained">
              {translate("institution.change")}
            </Button>
            <FormButton draft={`close-institution.${id}`} color="error" onOpen={() => setClosing(!closing)}>
              {translate("institution.close")}
            </FormButton>
          </>
        )
      }
    >
      {data.closedOn && (
        <Alert severity="warning" sx={{ mb: 2 }} action={mayManage && <ReopenInstitution id={id} version={version} />}>
          {translate("institution.closed-on", { day: showDate(data.closedOn) })} {data.closedBecause}
        </Alert>
      )}
      {closing && (
        <Opened>
          <CloseInstitution id={id} version={version} onDone={() => setClosing(false)} />
        </Opened>
      )}
      <Panel>
        <Box component="dl" sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "220px 1fr" }, gap: 1, m: 0 }}>
          {facts
            .filter(([, value]) => !!value)
            .map(([label, value]) => (
              <Box key={label} sx={{ display: "contents" }}>
                <Typography component="dt" color="textSecondary">
                  {translate(label)}
                </Typography>
                <Typography component="dd" sx={{ m: 0, whiteSpace: "pre-line" }}>
                  {value}
                </Typography>
              </Box>
            ))}
        </Box>
      </Panel>
      {mayRead && (
        <Panel title={translate("placement.residents")}>
          <Placements query={{ institutionId: id }} />
        </Panel>
      )}
      <Panel title={translate("inspection.title")}>
        {data.inspections.length === 0 && <Empty>{translate("inspection.none")}</Empty>}
        {data.inspections.map((x, index) => (
          <Box key={index} sx={{ mb: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {showDate(x.on)} · {x.by}
            </Typography>
            <Typography sx={{ whiteSpace: "pre-line" }}>{x.findings}</Typography>
            {x.mendBy && <Typography color="textSecondary">{translate("inspection.mend-by-day", { day: showDate(x.mendBy) })}</Typography>}
          </Box>
        ))}
        {mayManage && <AddInspection id={id} />}
      </Panel>
      <Panel title={translate("card.history")}>
        {data.history.map((event, index) => (
          <Typography key={index} sx={{ mb: 0.5 }}>
            {showTime(event.at)} · {translate(`institution-act.${event.act}`)} · {event.by}
            {event.before && event.before.nameRu !== i.nameRu && ` · ${translate("institution.was-named", { name: name(event.before) })}`}
          </Typography>
        ))}
      </Panel>
    </Page>
  );
}

function CloseInstitution({ id, version, onDone }: { id: string; version: string; onDone: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const notify = useNotify();
  const form = useForm({ defaultValues: { on: today(), because: "" } });
  const { ask, dialog } = useConfirmation();
  return (
    <Panel title={translate("institution.close")}>
      <Form
        draft={{ form: "close-institution", record: id }}
        form={form}
        idPrefix="close-"
        submit={translate("institution.close")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (values) => {
          const did = await ask(
            translate("institution.close"),
            () => api.get("/api/institutions/{id}/consequences", { path: { id } }),
            (confirm, idempotencyKey) =>
              api.post("/api/institutions/{id}/close", { path: { id }, body: { ...values, confirm }, version, idempotencyKey }),
          );
          if (!did) return false;
          notify(translate("form.saved"), { type: "success" });
          await changed(...institutionChanges);
          onDone();
        }}
      >
        <Stack>
          <Day name="on" label={translate("institution.closes-on")} />
          <Text name="because" label={translate("form.reason")} />
        </Stack>
      </Form>
      {dialog}
    </Panel>
  );
}

/** Reopens a closed institution. */
function ReopenInstitution({ id, version }: { id: string; version: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const notify = useNotify();
  const { act, error } = useAct();
  const reopen = () =>
    act(async () => {
      await api.post("/api/institutions/{id}/reopen", { path: { id }, version });
      await changed(...institutionChanges);
      notify(translate("form.saved"), { type: "success" });
    });
  return (
    <Box>
      <Button color="inherit" onClick={reopen}>
        {translate("institution.reopen")}
      </Button>
      <Refusal error={error} />
    </Box>
  );
}

function AddInspection({ id }: { id: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const empty = { on: today(), by: "", findings: "", mendBy: "" };
  const form = useForm({ defaultValues: empty });
  return (
    <Form
      draft={{ form: "inspection", record: id }}
      form={form}
      idPrefix="inspection-"
      submit={translate("inspection.add")}
      send={async (values, key) => {
        const body = { ...values, mendBy: values.mendBy || null } as Schemas["AddInspectionRequest"];
        await api.post("/api/institutions/{id}/inspections", { path: { id }, body, idempotencyKey: key });
        form.reset(empty);
        await changed(...institutionChanges);
      }}
    >
      <Stack>
        <Row>
          <Day name="on" label={translate("inspection.on")} />
          <Text name="by" label={translate("inspection.by")} />
          <Day name="mendBy" label={translate("inspection.mend-by")} optional />
        </Row>
        <Text name="findings" label={translate("inspection.findings")} lines={3} />
      </Stack>
    </Form>
  );
}
