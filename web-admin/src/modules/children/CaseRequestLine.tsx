import { Box, Chip, Link, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { useName, useTerritoryName } from "../../ui/reference";
import { Severity } from "../../ui/Severity";
import { AnswerCaseRequest } from "./AnswerCaseRequest";
import { SettleNumberConflict } from "./SettleNumberConflict";
import { WithdrawCaseRequest } from "./WithdrawCaseRequest";

type CaseRequest = Schemas["CaseRequestView"];

const isOpen = (r: CaseRequest) => r.status === "asked" || r.status === "conflict";

/** One request for a case: who made it and why, and the answer; each side acts here. */
export function CaseRequestLine({ request: r, atChild }: { request: CaseRequest; atChild?: boolean }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const name = useName();
  const holder = r.side === "holder";
  const own = r.atSignalId ? `/signals/${r.atSignalId}` : `/children/${r.atChildId}`;
  return (
    <Box sx={{ py: 1.25, borderBottom: atChild ? 0 : 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
        {!atChild && (
          <Typography sx={{ fontWeight: 600 }}>
            <Link component={RouterLink} to={holder ? `/children/${r.childId}` : own}>
              {holder ? r.childName || translate("child.nameless") : r.atNumber}
            </Link>
            {holder && ` · ${r.number}`}
          </Typography>
        )}
        <Severity value={r.mark?.severity} />
        <Chip
          size="small"
          variant="outlined"
          color={isOpen(r) ? "warning" : "default"}
          label={translate(`case-request-status.${r.status}`)}
        />
      </Box>
      <Typography>
        {holder
          ? translate("case-request.asked-by", {
              by: [r.askedBy, name({ nameKy: r.bodyKy ?? "", nameRu: r.bodyRu ?? "" }), territory(r.forTerritory)]
                .filter(Boolean)
                .join(", "),
              pin: r.pin,
            })
          : translate("case-request.of-number", { pin: r.pin })}
      </Typography>
      {r.mark?.responsible && (
        <Typography>
          {translate("severity.responsible")}: {r.mark.responsible}
        </Typography>
      )}
      <Typography sx={{ whiteSpace: "pre-wrap" }}>{r.reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        {translate("case-request.days", { asked: showDate(r.requestedOn), due: showDate(r.dueOn) })}
      </Typography>
      {r.wrongAt && (
        <Typography sx={{ fontWeight: 600 }}>
          {/* «here» is the side of the holder's card */}
          {translate(`case-request.wrong-${(r.wrongAt === "here") === holder ? "here" : "elsewhere"}`)}
        </Typography>
      )}
      {r.answer && (
        <Typography sx={{ whiteSpace: "pre-wrap" }}>
          {translate("case-request.answer")}: {r.answer}
        </Typography>
      )}
      {(r.settling || r.because) && (
        <Typography sx={{ whiteSpace: "pre-wrap" }}>
          {[r.settling && translate(`number-settling.${r.settling}`), r.because, showDate(r.settledOn)].filter(Boolean).join(" · ")}
        </Typography>
      )}
      {r.canAnswer && <AnswerCaseRequest request={r} />}
      {r.canSettle && <SettleNumberConflict request={r} />}
      {r.canWithdraw && <WithdrawCaseRequest request={r} />}
    </Box>
  );
}
