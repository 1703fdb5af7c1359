import { Alert, Box, Button, Stack as Buttons, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { api, etag, type Schemas } from "../../api/client";
import { accessChanges } from "./api/accounts";
import { useChanged } from "../../app/core/api/keys";
import { waitingClientsQuery } from "./api/clients";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { ClientSecret } from "./ClientSecret";

type Waiting = Schemas["WaitingClient"];

/** [8, 15.5] What other systems would learn about children, or a new secret of theirs: another person confirms it and is shown the secret once. */
export function WaitingClients({ of, children }: { of?: string; children?: ReactNode }) {
  const translate = useTranslate();
  const [secret, setSecret] = useState<string>();
  const waiting = useQuery(waitingClientsQuery);
  if (waiting.isPending) return <Loading />;
  if (waiting.isError)
    return (
      <>
        <Failure error={waiting.error} again={() => void waiting.refetch()} />
        {children}
      </>
    );
  const shown = waiting.data.filter((client) => !of || client.id === of);
  return (
    <>
      {secret && <ClientSecret secret={secret} overlaps />}
      {shown.length > 0 && (
        <Panel title={translate("client.waiting")}>
          <Typography color="textSecondary">{translate("client.waiting-help")}</Typography>
          {shown.map((client) => (
            <WaitingClient key={client.id} client={client} onSecret={setSecret} />
          ))}
        </Panel>
      )}
      {children}
    </>
  );
}

function WaitingClient({ client: c, onSecret }: { client: Waiting; onSecret: (secret: string) => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const settle = { onSettled: () => changed(...accessChanges) };
  const sent = { path: { id: c.id }, version: etag(c.version) };
  const decide = useMutation({
    mutationFn: async (confirm: boolean) => ({
      confirm,
      ...(await api.post("/api/access/clients/{id}/decide", { ...sent, body: { confirm } })).data,
    }),
    onSuccess: ({ confirm, secret }) => {
      if (secret) onSecret(secret);
      notify(translate(confirm ? "access-request.confirmed" : "access-request.refused"), { type: "success" });
    },
    ...settle,
  });
  const withdraw = useMutation({ mutationFn: () => api.post("/api/access/clients/{id}/withdraw", sent), ...settle });
  return (
    <Box sx={{ py: 1.5, borderBottom: 1, borderColor: "divider" }} data-testid={`waiting-${c.clientId}`}>
      <Typography sx={{ fontWeight: 600 }}>
        {translate(c.asked ? "client.asked-change" : "client.asked-secret")}: {c.before.name} ({c.clientId})
      </Typography>
      {c.asked && (
        <>
          <Given label="access-request.before" client={c.before} />
          <Given label="access-request.after" client={c.asked} />
        </>
      )}
      <Typography variant="body2" color="textSecondary">
        {translate("access-request.asked-by", { name: c.askedBy ?? "—", at: showTime(c.askedAt) })}
      </Typography>
      {c.onMachine && (
        <Alert severity="info" sx={{ my: 1 }}>
          {translate("client.operator-confirms")}
        </Alert>
      )}
      <Buttons direction="row" sx={{ gap: 1, mt: 1, flexWrap: "wrap" }}>
        {c.canDecide && (
          <>
            <Button size="small" variant="contained" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
              {translate("access-request.confirm")}
            </Button>
            <Button size="small" color="error" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
              {translate("access-request.refuse")}
            </Button>
          </>
        )}
        {c.canWithdraw && (
          <Button size="small" onClick={() => withdraw.mutate()}>
            {translate("access-request.withdraw")}
          </Button>
        )}
      </Buttons>
      <Refusal error={decide.error ?? withdraw.error} />
    </Box>
  );
}

/** What a system may request, where, until when and from which addresses. */
function Given({ label, client }: { label: string; client: Schemas["ClientData"] }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const said = [
    client.scopes.map((scope) => translate(`client-scope.${scope}`)).join(", ") || "—",
    client.territory && territory(client.territory),
    `${showDate(client.validFrom)} – ${showDate(client.validUntil)}`,
    (client.addresses ?? []).join(", "),
  ];
  return (
    <Typography variant="body2">
      {translate(label)}: {said.filter(Boolean).join(" · ")}
    </Typography>
  );
}
