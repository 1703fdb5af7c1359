import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { planReviewQuery } from "./api/plans";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { useCircumstance } from "../../ui/assessmentForm";

type Measure = Schemas["ReviewedMeasure"];

/** [3, 20] What the rules would now add to the newest version of the plan or drop from it. */
export function PlanReview({ childId }: { childId: string }) {
  const translate = useTranslate();
  const say = useSay();
  const circumstance = useCircumstance();
  const { data } = useQuery(planReviewQuery(childId));
  if (!data?.planId) return null;
  const line = (sign: string, word: string, m: Measure, why: string) => (
    <Typography component="li" key={m.rule} sx={{ mb: 0.75 }}>
      <strong>
        {sign} {translate(word)}:
      </strong>{" "}
      {say(m.text)}{" "}
      <Typography component="span" variant="body2" color="textSecondary">
        — {why}
      </Typography>
    </Typography>
  );
  return (
    <Panel title={translate("review.title")}>
      {data.wouldAdd.length + data.wouldDrop.length === 0 ? (
        <Typography>{translate("review.same")}</Typography>
      ) : (
        <>
          <ul>
            {data.wouldAdd.map((m) => line("+", "review.add", m, m.because.map(circumstance).join("; ")))}
            {data.wouldDrop.map((m) => line("−", "review.drop", m, translate("review.no-longer")))}
          </ul>
          <Typography color="textSecondary">{translate("review.new-version")}</Typography>
        </>
      )}
    </Panel>
  );
}
