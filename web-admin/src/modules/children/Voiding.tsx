import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { voidsQuery } from "./api/cards";
import { showDate } from "../../ui/dates";
import { Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { ReasonForm } from "./ReasonForm";
import { FormButton } from "../../ui/drafts/FormButton";

type Voiding = Schemas["VoidView"];

const useVoids = (childId: string) => useQuery(voidsQuery(childId));

/** Shows on a card that its voiding is requested, or that it was voided; those who may decide do so here. */
export function VoidBanner({ childId }: { childId: string }) {
  const translate = useTranslate();
  const last = useVoids(childId).data?.findLast((v) => v.state === "requested" || v.state === "confirmed");
  if (!last) return null;
  const voided = last.state === "confirmed";
  return (
    <Alert severity={voided ? "error" : "warning"} sx={{ mb: 2 }}>
      <AlertTitle>{translate(voided ? "void.voided" : "void.requested")}</AlertTitle>
      <Typography variant="body2">
        {voided
          ? translate("void.decided-by", { by: last.decidedBy ?? "", on: showDate(last.decidedOn) })
          : translate("void.requested-by", { by: last.requestedBy ?? "", on: showDate(last.requestedOn) })}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: "pre-wrap" }}>
        {last.reason}
      </Typography>
      {!voided && (last.canDecide || last.canWithdraw) && <Decide voiding={last} />}
    </Alert>
  );
}

function Decide({ voiding }: { voiding: Voiding }) {
  const translate = useTranslate();
  const changed = useChanged();
  const act = useMutation({
    mutationFn: (to: "confirm" | "refuse" | "withdraw") =>
      to === "withdraw"
        ? api.post("/api/children/voids/{id}/withdraw", { path: { id: voiding.id }, version: etag(voiding.version) })
        : api.post("/api/children/voids/{id}/decide", {
            path: { id: voiding.id },
            body: { confirm: to === "confirm" },
            version: etag(voiding.version),
          }),
    onSuccess: () => changed(...caseChanges),
  });
  return (
    <Box sx={{ mt: 1, display: "flex", gap: 1, flexWrap: "wrap" }}>
      {voiding.canDecide && (
        <>
          <Button size="small" variant="contained" color="error" disabled={act.isPending} onClick={() => act.mutate("confirm")}>
            {translate("void.confirm")}
          </Button>
          <Button size="small" variant="outlined" disabled={act.isPending} onClick={() => act.mutate("refuse")}>
            {translate("void.refuse")}
          </Button>
        </>
      )}
      {voiding.canWithdraw && (
        <Button size="small" color="inherit" disabled={act.isPending} onClick={() => act.mutate("withdraw")}>
          {translate("void.withdraw")}
        </Button>
      )}
      <Refusal error={act.error} />
    </Box>
  );
}

/** A card opened by mistake: voiding is requested here and decided by the territorial unit. */
export function RequestVoid({ childId }: { childId: string }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const waits = useVoids(childId).data?.some((v) => v.state === "requested") ?? true;
  if (waits) return null;
  return (
    <Panel title={translate("void.title")}>
      <Typography sx={{ mb: 1.5 }}>{translate("void.help")}</Typography>
      {asking ? (
        <ReasonForm
          id="void"
          draft={{ form: "request-void", record: childId, subject: childId }}
          label={translate("void.reason")}
          submit={translate("void.request")}
          done={translate("void.sent")}
          send={(reason, idempotencyKey) =>
            api.post("/api/children/cards/{id}/void", { path: { id: childId }, body: { reason }, idempotencyKey })
          }
          onBack={() => setAsking(false)}
        />
      ) : (
        <FormButton draft={`request-void.${childId}`} variant="outlined" color="error" onOpen={() => setAsking(true)}>
          {translate("void.request")}
        </FormButton>
      )}
    </Panel>
  );
}
