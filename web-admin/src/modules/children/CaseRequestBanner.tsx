import { Alert, AlertTitle } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { caseRequestsQuery } from "./api/transfers";
import { CaseRequestLine } from "./CaseRequestLine";
import type { NumberAt } from "./numberAt";

/** Shows on a card that its case is requested or its number contested; on a signal or card, the outcome of one's own request. */
export function CaseRequestBanner({ at }: { at: NumberAt }) {
  return (
    <>
      {"childId" in at && <Requests side="holder" at={at} />}
      <Requests side="asker" at={at} />
    </>
  );
}

function Requests({ side, at }: { side: Schemas["CaseRequestSide"]; at: NumberAt }) {
  const translate = useTranslate();
  const requests = useQuery(caseRequestsQuery(side, at));
  // offered and resolved requests are no longer news
  const shown = (requests.data ?? []).filter(
    (r) => r.status === "asked" || r.status === "conflict" || (side === "asker" && (r.status === "refused" || r.status === "settled")),
  );
  return shown.map((r) => (
    <Alert
      key={r.id}
      variant="outlined"
      severity={r.status === "asked" ? "info" : "warning"}
      sx={{ mb: 2, bgcolor: "background.paper", "& .MuiAlert-message": { flexGrow: 1 } }}
    >
      <AlertTitle>
        {translate(r.status === "conflict" ? "number-conflict.title" : side === "holder" ? "case-request.received" : "case-request.yours")}
      </AlertTitle>
      <CaseRequestLine request={r} atChild />
    </Alert>
  ));
}
