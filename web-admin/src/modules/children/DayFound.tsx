import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { api, etag, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { daysFoundQuery } from "./api/cards";
import { showDate } from "../../ui/dates";
import { Refusal } from "../../ui/Refusal";
import { ReasonForm } from "./ReasonForm";
import { FormButton } from "../../ui/drafts/FormButton";

type Asked = Schemas["DayFoundRow"];

/** On a card: a day found more than a year ago waits for the territorial unit, or was returned for correction [19.2]. */
export function DayFoundBanner({ childId, mayEdit }: { childId: string; mayEdit: boolean }) {
  const asked = useQuery(daysFoundQuery(childId)).data;
  // the last question about each signal shows its state
  const last = new Map((asked ?? []).map((a) => [a.signalId, a]));
  return [...last.values()]
    .filter((a) => a.state === "requested" || a.state === "refused")
    .map((a) => <Question key={a.id} asked={a} mayEdit={mayEdit} />);
}

function Question({ asked: a, mayEdit }: { asked: Asked; mayEdit: boolean }) {
  const translate = useTranslate();
  const waits = a.state === "requested";
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{translate(waits ? "day-found.waits" : "day-found.returned", { day: showDate(a.foundOn) })}</AlertTitle>
      <Typography variant="body2">{translate("day-found.asked-by", { by: a.requestedBy ?? "", on: showDate(a.requestedOn) })}</Typography>
      <Typography variant="body2" sx={{ whiteSpace: "pre-wrap" }}>
        {[a.reason, a.remarks].filter(Boolean).join("\n")}
      </Typography>
      {a.canDecide && <Decide asked={a} />}
      {!waits && mayEdit && <Again asked={a} />}
    </Alert>
  );
}

function Decide({ asked }: { asked: Asked }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [returning, setReturning] = useState(false);
  const decide = (body: { confirm: boolean; remarks?: string }, idempotencyKey?: string) =>
    api.post("/api/children/days-found/{id}/decide", { path: { id: asked.id }, body, version: etag(asked.version), idempotencyKey });
  const confirm = useMutation({
    mutationFn: () => decide({ confirm: true }),
    onSuccess: () => changed(...caseChanges),
  });
  if (returning)
    return (
      <ReasonForm
        id="day-found-return"
        draft={{ form: "return-day-found", record: asked.id }}
        label={translate("day-found.remarks")}
        submit={translate("day-found.return")}
        done={translate("form.saved")}
        send={(remarks, key) => decide({ confirm: false, remarks }, key)}
        onBack={() => setReturning(false)}
      />
    );
  return (
    <Box sx={{ mt: 1, display: "flex", gap: 1, flexWrap: "wrap" }}>
      <Button size="small" variant="contained" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
        {translate("day-found.confirm")}
      </Button>
      <FormButton
        draft={`return-day-found.${asked.id}`}
        size="small"
        variant="outlined"
        disabled={confirm.isPending}
        onOpen={() => setReturning(true)}
      >
        {translate("day-found.return")}
      </FormButton>
      <Refusal error={confirm.error} />
    </Box>
  );
}

/** The specialist corrects the returned day in its signal, or explains again why it is right. */
function Again({ asked }: { asked: Asked }) {
  const translate = useTranslate();
  const [insisting, setInsisting] = useState(false);
  if (!insisting)
    return (
      <Box sx={{ mt: 1, display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button size="small" variant="contained" component={Link} to={`/signals/${asked.signalId}`}>
          {translate("day-found.to-signal")}
        </Button>
        <FormButton draft={`ask-day-found.${asked.id}`} size="small" variant="outlined" onOpen={() => setInsisting(true)}>
          {translate("day-found.again")}
        </FormButton>
      </Box>
    );
  return (
    <ReasonForm
      id="day-found-again"
      draft={{ form: "ask-day-found", record: asked.id }}
      label={translate("day-found.again-reason")}
      submit={translate("day-found.again")}
      done={translate("day-found.sent")}
      send={async (reason, idempotencyKey) => {
        const { version } = await api.get("/api/children/signals/{id}", { path: { id: asked.signalId } });
        return api.post("/api/children/signals/{id}/day-found", {
          path: { id: asked.signalId },
          body: { reason },
          version,
          idempotencyKey,
        });
      }}
      onBack={() => setInsisting(false)}
    />
  );
}
