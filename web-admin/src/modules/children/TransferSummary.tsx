import { Box, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { transferQuery } from "./api/transfers";
import { DaysLeft } from "../../ui/DaysLeft";
import { showDate } from "../../ui/dates";
import { Failure, Loading } from "../../ui/Page";
import { useDictionary } from "../../ui/reference";

/** What the receiver of an offered case reads before answering; each look is journalled under the child. */
export function TransferSummary({ id }: { id: string }) {
  const translate = useTranslate();
  const need = useDictionary("need");
  const cause = useDictionary("cause");
  const status = useDictionary("legal-status");
  const summary = useQuery(transferQuery(id));
  if (summary.isPending) return <Loading />;
  if (summary.isError) return <Failure error={summary.error} again={() => void summary.refetch()} />;
  const s = summary.data;
  const lines: [string, string][] = [
    [
      translate("transfer.child"),
      [s.childName, s.sex && translate(`sex.${s.sex}`), s.birthDate && showDate(s.birthDate)].filter(Boolean).join(", "),
    ],
    [translate("field.status"), translate(`case-status.${s.status}`)],
    [
      translate("assessment.risk"),
      s.risk
        ? [translate(`risk.${s.risk}`), s.conclusion && translate(`conclusion.${s.conclusion}`), showDate(s.assessedOn)]
            .filter(Boolean)
            .join(" · ")
        : translate("transfer.not-assessed"),
    ],
    [translate("assessment.needs"), s.needs.map(need.name).join(", ")],
    [translate("assessment.causes"), s.causes.map(cause.name).join(", ")],
    [translate("item.statuses"), s.statuses.map(status.name).join(", ")],
  ];
  return (
    <Box sx={{ p: 1.5, mb: 1.5, border: 1, borderColor: "divider", borderRadius: 1 }} data-testid="transfer-summary">
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {translate("transfer.summary")}
      </Typography>
      {lines
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Typography key={label}>
            <b>{label}:</b> {value}
          </Typography>
        ))}
      <Typography>{translate("card.completeness", { percent: s.completeness })}</Typography>
      <Typography component="h4" sx={{ fontWeight: 600, mt: 1 }}>
        {translate("transfer.owed")}
      </Typography>
      {s.steps.length === 0 && <Typography>{translate("transfer.nothing-owed")}</Typography>}
      <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }}>
        {s.steps.map((step, at) => (
          <Box component="li" key={at} sx={{ py: 0.5 }}>
            {translate(`step.${step.step}`)} · {showDate(step.dueOn)} · <DaysLeft days={step.daysLeft} clause={step.clause} /> ·{" "}
            {step.comes ? translate("transfer.comes") : translate("transfer.stays", { name: step.responsible ?? "—" })}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
