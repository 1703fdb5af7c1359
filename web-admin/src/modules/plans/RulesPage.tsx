import { Box, TextField, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useDictionary, useSay } from "../../ui/reference";
import { useCircumstance } from "../../ui/assessmentForm";
import { useRules } from "./rules";

/** Every rule by which the Base forms plans, in plain words: if this, then that, by whom, within how many days, on what ground [3]. */
export function RulesPage() {
  const translate = useTranslate();
  const say = useSay();
  const need = useDictionary("need");
  const body = useDictionary("body-kind");
  const circumstance = useCircumstance();
  const rules = useRules();
  const [text, setText] = useState("");
  if (rules.isPending) return <Loading />;
  if (rules.isError) return <Failure error={rules.error} again={() => void rules.refetch()} />;
  const lines = rules.data.items.map((r) => ({
    rule: r,
    when: r.when.map((group) => group.map(circumstance).join(` ${translate("rules.and")} `)),
    measure: say(r.measure),
  }));
  const shown = lines.filter((l) =>
    `${l.measure} ${l.when.join(" ")} ${need.name(l.rule.need)}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <Page
      title={translate("menu.rules")}
      subtitle={translate("rules.subtitle", { smart_count: rules.data.items.length, version: rules.data.version })}
    >
      <TextField
        label={translate("rules.search")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        sx={{ mb: 2, maxWidth: 420 }}
        fullWidth
      />
      {shown.length === 0 && <Empty>{translate("form.nothing-found")}</Empty>}
      {shown.map(({ rule, when, measure }) => (
        <Panel key={rule.code}>
          <Typography sx={{ fontWeight: 600 }}>{measure}</Typography>
          <Typography variant="body2" sx={{ my: 0.5 }}>
            {[
              need.name(rule.need),
              body.name(rule.body),
              translate("measure.term", { smart_count: rule.workingDays }),
              translate(`priority.${rule.priority}`),
            ].join(" · ")}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {translate("rules.when")}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {when.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Box>
          <Typography variant="body2" color="textSecondary">
            {say(rule.ground)}
          </Typography>
        </Panel>
      ))}
    </Page>
  );
}
