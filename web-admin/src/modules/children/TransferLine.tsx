import { Box, Button, Chip, Link, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link as RouterLink } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { showDate } from "../../ui/dates";
import { Form } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";
import { Severity } from "../../ui/Severity";
import { TransferSummary } from "./TransferSummary";
import { FormButton } from "../../ui/drafts/FormButton";

type Transfer = Schemas["TransferView"];

/** One transfer: from whom to whom, why, and the answer; its receiver answers here. */
export function TransferLine({ transfer: t, named }: { transfer: Transfer; named?: boolean }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const changed = useChanged();
  const withdraw = useMutation({
    mutationFn: () => api.post("/api/children/transfers/{id}/withdraw", { path: { id: t.id }, version: etag(t.version) }),
    onSettled: () => changed(...caseChanges),
  });
  return (
    <Box sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
        {named && (
          <Typography sx={{ fontWeight: 600 }}>
            {t.canDecide || t.status === "refused" ? (
              t.childName
            ) : (
              <Link component={RouterLink} to={`/children/${t.childId}`}>
                {t.childName}
              </Link>
            )}{" "}
            · {t.number}
          </Typography>
        )}
        <Severity value={t.mark?.severity} />
        <Chip
          size="small"
          variant="outlined"
          color={t.status === "offered" ? "warning" : "default"}
          label={translate(`transfer.${t.status}`)}
        />
      </Box>
      <Typography>
        {t.from} ({territory(t.fromTerritory)}) → {t.to} ({territory(t.toTerritory)})
      </Typography>
      <Typography sx={{ whiteSpace: "pre-wrap" }}>{t.reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        {[showDate(t.offeredOn), t.decidedOn && showDate(t.decidedOn), t.remarks].filter(Boolean).join(" · ")}
      </Typography>
      {t.canWithdraw && (
        <Button size="small" onClick={() => withdraw.mutate()}>
          {translate("transfer.take-back")}
        </Button>
      )}
      <Refusal error={withdraw.error} />
      {t.canDecide && <DecideTransfer transfer={t} />}
    </Box>
  );
}

function DecideTransfer({ transfer: t }: { transfer: Transfer }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [accept, setAccept] = useState(true);
  const [looked, setLooked] = useState(false);
  const form = useForm({ defaultValues: { remarks: "" } });
  if (!looked)
    return (
      <FormButton draft={`decide-transfer.${t.id}`} size="small" variant="outlined" sx={{ mt: 1 }} onOpen={() => setLooked(true)}>
        {translate("transfer.look")}
      </FormButton>
    );
  return (
    <Opened atHeading sx={{ mt: 1 }}>
      <TransferSummary id={t.id} />
      <Form
        draft={{ form: "decide-transfer", record: t.id, subject: t.childId }}
        form={form}
        idPrefix={`decide-${t.id}-`}
        submit={translate("transfer.accept")}
        secondary={
          <Button type="submit" color="error" onClick={() => setAccept(false)}>
            {translate("transfer.refuse")}
          </Button>
        }
        send={async (values, key) => {
          const answer = accept;
          setAccept(true);
          await api.post("/api/children/transfers/{id}/decide", {
            path: { id: t.id },
            body: { accept: answer, remarks: values.remarks || null },
            version: etag(t.version),
            idempotencyKey: key,
          });
          await changed(...caseChanges);
        }}
      >
        <Text name="remarks" label={translate("transfer.answer")} optional />
      </Form>
    </Opened>
  );
}
