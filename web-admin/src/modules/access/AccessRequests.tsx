import { Alert, Box, Button, Link as Anchor, Stack as Buttons, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { Link, useLocation } from "react-router-dom";
import { api, etag, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { accessChanges, openRequestsQuery } from "./api/accounts";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { FirstPassword, type Given } from "./FirstPassword";

type Request = Schemas["AccessRequestRow"];

const all = "/accounts/requests";

/**
 * Requested accesses: another person of the authorised body confirms them [8, 15.1, 15.2, 26]. The new password is shown once to the person who confirms.
 * Whatever is below appears together with them, so that nothing moves under the pointer.
 */
export function AccessRequests({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const [given, setGiven] = useState<Given>();
  const requests = useQuery(openRequestsQuery);
  if (requests.isPending) return <Loading />;
  if (requests.isError)
    return (
      <>
        <Failure error={requests.error} again={() => void requests.refetch()} />
        {children}
      </>
    );
  if (requests.data.length === 0 && !given) return children;
  return (
    <>
      <Panel title={translate("access-request.title")}>
        <Typography color="textSecondary">
          {translate("access-request.help")}{" "}
          {pathname !== all && (
            <Anchor component={Link} to={all}>
              {translate("access-request.all")}
            </Anchor>
          )}
        </Typography>
        {given && <FirstPassword given={given} />}
        {requests.data.map((r) => (
          <OpenRequest key={r.id} request={r} onGiven={setGiven} />
        ))}
      </Panel>
      {children}
    </>
  );
}

function OpenRequest({ request: r, onGiven }: { request: Request; onGiven: (given: Given) => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const settle = {
    onSettled: () => changed(...accessChanges),
  };
  const sent = { path: { id: r.id }, version: etag(r.version) };
  const decide = useMutation({
    mutationFn: async (confirm: boolean) => (await api.post("/api/access/requests/{id}/decide", { ...sent, body: { confirm } })).data,
    onSuccess: ({ accountId, password }) => {
      if (password) onGiven({ login: r.login, password, fullName: r.fullName });
      notify(translate(accountId ? "access-request.confirmed" : "access-request.refused"), { type: "success" });
    },
    ...settle,
  });
  const withdraw = useMutation({ mutationFn: () => api.post("/api/access/requests/{id}/withdraw", sent), ...settle });
  const see = useMutation({ mutationFn: () => api.post("/api/access/requests/{id}/see", sent), ...settle });
  return (
    <Box sx={{ py: 1.5, borderBottom: 1, borderColor: "divider" }} data-testid={`request-${r.login}`}>
      <Typography sx={{ fontWeight: 600 }}>
        {translate(requestKind(r))}: {r.login}
      </Typography>
      <Typography>
        {r.fullName}, {r.position}
      </Typography>
      <RequestedAccess request={r} />
      <Typography variant="body2" color={r.late ? "error" : "text.secondary"}>
        {translate("access-request.asked-by", { name: r.requestedBy ?? "—", at: showTime(r.requestedAt) })}
        {r.late && ` ${translate("access-request.late")}`}
      </Typography>
      {r.onMachine && (
        <Alert severity={r.open ? "info" : "warning"} sx={{ my: 1 }}>
          {translate(r.open ? "access-request.operator-confirms" : "access-request.operator-confirmed", { login: r.login })}
        </Alert>
      )}
      <Buttons direction="row" sx={{ gap: 1, mt: 1, flexWrap: "wrap" }}>
        {r.canDecide && (
          <>
            <Button size="small" variant="contained" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
              {translate("access-request.confirm")}
            </Button>
            <Button size="small" color="error" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
              {translate("access-request.refuse")}
            </Button>
          </>
        )}
        {r.canWithdraw && (
          <Button size="small" onClick={() => withdraw.mutate()}>
            {translate("access-request.withdraw")}
          </Button>
        )}
        {r.canSee && (
          <Button size="small" variant="outlined" onClick={() => see.mutate()}>
            {translate("access-request.see")}
          </Button>
        )}
      </Buttons>
      <Refusal error={decide.error ?? withdraw.error ?? see.error} />
    </Box>
  );
}

/** The requested body, role, place and term, beside the current ones where they would change. */
function RequestedAccess({ request: r }: { request: Request }) {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const say = (access: Schemas["AccessData"]) =>
    [translate(`role.${access.role}`), territory(access.territory), `${showDate(access.validFrom)} – ${showDate(access.validUntil)}`]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <Typography variant="body2">{name({ nameKy: r.bodyKy, nameRu: r.bodyRu })}</Typography>
      {r.before && (
        <Typography variant="body2">
          {translate("access-request.before")}: {say(r.before)}
        </Typography>
      )}
      <Typography variant="body2">
        {r.before && `${translate("access-request.after")}: `}
        {say(r.access)}
      </Typography>
      {r.forgetSecondFactor && <Typography variant="body2">{translate("access-request.forgets-second-factor")}</Typography>}
    </>
  );
}

export const requestKind = (r: Request) => (r.secondOfPerson ? "access-request.second" : `access-request.${r.kind}`);
