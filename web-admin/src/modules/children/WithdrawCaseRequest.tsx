import { Box } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api, etag, type Schemas } from "../../api/client";
import { ReasonForm } from "./ReasonForm";
import { FormButton } from "../../ui/drafts/FormButton";

/** The requester withdraws; in a conflict they concede that their number was wrong. */
export function WithdrawCaseRequest({ request: r }: { request: Schemas["CaseRequestView"] }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const words = r.status === "conflict" ? "number-conflict.concede" : "case-request.withdraw";
  if (!asking)
    return (
      <FormButton draft={`withdraw-case-request.${r.id}`} size="small" sx={{ mt: 1 }} onOpen={() => setAsking(true)}>
        {translate(words)}
      </FormButton>
    );
  return (
    <Box sx={{ mt: 1 }}>
      <ReasonForm
        id={`withdraw-${r.id}`}
        draft={{ form: "withdraw-case-request", record: r.id, subject: r.atChildId ?? undefined }}
        name="because"
        label={translate("number-conflict.because")}
        submit={translate(words)}
        done={translate("form.saved")}
        send={(because, idempotencyKey) =>
          api.post("/api/children/case-requests/{id}/withdraw", {
            path: { id: r.id },
            body: { because },
            version: etag(r.version),
            idempotencyKey,
          })
        }
        onBack={() => setAsking(false)}
      />
    </Box>
  );
}
