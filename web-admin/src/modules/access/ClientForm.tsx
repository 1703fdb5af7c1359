import { Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { clientScopeCodes } from "../../api/schemaCodes";
import { accessChanges } from "./api/accounts";
import { useChanged } from "../../app/core/api/keys";
import { clientQuery } from "./api/clients";
import { showTime, today } from "../../ui/dates";
import { useConfirmation } from "../../ui/Confirmation";
import { Form, Row, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { ReadOnly } from "../../ui/ReadOnly";
import { BodyPick } from "../../ui/SearchPick";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { Refusal, useAct } from "../../ui/Refusal";
import { ClientSecret } from "./ClientSecret";
import { WaitingClients } from "./WaitingClients";

/** What another person has to confirm. */
const asksAboutChildren = (client: Schemas["ClientData"]) => client.scopes.some((scope) => scope === "known" || scope === "disclosures");
const empty = {
  clientId: "",
  name: "",
  bodyId: "",
  scopes: ["signals", "dictionaries"] satisfies Schemas["ClientScope"][] as Schemas["ClientScope"][],
  territory: null as string | null,
  validFrom: today(),
  validUntil: "",
  addresses: "",
  perMinute: "60",
};

/** [12.2, 15.5] Registers another state system: what it may do, where, until when and from which addresses. The secret is shown once. */
export function ClientForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const [secret, setSecret] = useState<string>();
  const { ask, dialog } = useConfirmation();
  const { act: run, error } = useAct();
  const stored = useQuery({ ...clientQuery(id!), enabled: !!id });
  const known = stored.data?.data;
  const form = useForm({
    defaultValues: empty,
    values: useMemo(
      () =>
        known
          ? {
              ...known.client,
              clientId: known.clientId,
              scopes: [...known.client.scopes],
              territory: known.client.territory ?? null,
              addresses: (known.client.addresses ?? []).join(", "),
              perMinute: String(known.client.perMinute),
            }
          : undefined,
      [known],
    ),
  });
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.clients")}>
        <Failure error={stored.error} />
      </Page>
    );
  const act = (what: "rotate" | "revoke") =>
    run(async () => {
      const path = { id: id! };
      const { version } = stored.data!;
      const did = await ask(
        translate(`client.${what}`),
        () => api.get("/api/access/clients/{id}/consequences", { path, query: { act: what === "rotate" ? "rotate-secret" : "revoke" } }),
        async (confirm, idempotencyKey) => {
          const body = { confirm };
          if (what === "rotate")
            setSecret(
              (await api.post("/api/access/clients/{id}/rotate", { path, body, version, idempotencyKey })).data.secret ?? undefined,
            );
          else await api.post("/api/access/clients/{id}/revoke", { path, body, version, idempotencyKey });
        },
        { always: true },
      );
      if (!did) return;
      await changed(...accessChanges);
      notify(translate("form.saved"), { type: "success" });
    });
  return (
    <Page
      title={id ? (known?.client.name ?? "") : translate("client.register")}
      subtitle={known && translate(`client-status.${known.status}`)}
    >
      {secret && <ClientSecret secret={secret} overlaps={!!id} />}
      {id && <WaitingClients of={id} />}
      {!(secret && !id) && (
        <Form
          draft={{ form: "client", record: id }}
          form={form}
          strip="client."
          idPrefix="client-"
          submit={translate(id ? "form.save" : "client.register")}
          secondary={<Button onClick={() => navigate("/clients")}>{translate("form.back")}</Button>}
          send={async ({ clientId, ...values }, idempotencyKey) => {
            const client: Schemas["ClientData"] = {
              ...values,
              bodyId: values.bodyId || "00000000-0000-0000-0000-000000000000",
              territory: values.territory || null,
              addresses: values.addresses.split(/[\s,;]+/).filter(Boolean),
              perMinute: Number(values.perMinute) || 0,
            };
            if (id) {
              await api.put("/api/access/clients/{id}", { path: { id }, body: { client }, version: stored.data!.version });
              notify(translate(asksAboutChildren(client) ? "client.waits" : "form.saved"), { type: "success" });
            } else {
              const { data } = await api.post("/api/access/clients", { body: { clientId, client }, idempotencyKey });
              setSecret(data.secret);
              if (asksAboutChildren(client)) notify(translate("client.waits"), { type: "info" });
            }
            await changed(...accessChanges);
          }}
        >
          <Panel>
            <Stack>
              <Text name="name" label={translate("client.name")} />
              <ReadOnly when={!!id}>
                <Text name="clientId" label={translate("client.id")} help={translate("client.id-help")} width={320} mono />
              </ReadOnly>
              <BodyPick name="bodyId" label={translate("client.body")} />
              <Pick
                name="scopes"
                multiple
                label={translate("client.scopes")}
                options={clientScopeCodes.map((value) => ({ value, label: translate(`client-scope.${value}`) }))}
              />
              <TerritoryPick
                name="territory"
                optional
                label={translate("field.territory")}
                help={translate("client.territory-help")}
                all
                level={1}
              />
              <Row>
                <Day name="validFrom" label={translate("account.from")} />
                <Day name="validUntil" label={translate("account.until")} help={translate("account.until-help")} />
                <Text name="perMinute" label={translate("client.per-minute")} width={140} mono />
              </Row>
              <Text name="addresses" optional label={translate("client.addresses")} help={translate("client.addresses-help")} />
            </Stack>
          </Panel>
        </Form>
      )}
      {known && known.status !== "revoked" && (
        <Panel title={translate("client.secret")}>
          {known.earlierSecretUntil && (
            <Typography sx={{ mb: 1 }}>
              {translate("client.earlier-until")} {showTime(known.earlierSecretUntil)}
            </Typography>
          )}
          <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
            <Button variant="outlined" onClick={() => act("rotate")}>
              {translate("client.rotate")}
            </Button>
            <Button color="error" onClick={() => act("revoke")}>
              {translate("client.revoke")}
            </Button>
          </Box>
          <Refusal error={error} />
        </Panel>
      )}
      {dialog}
    </Page>
  );
}
