import { Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { type Answers, type Question, useAnswerWords } from "./form";

/** Someone else answered meanwhile: differences are resolved question by question, nothing is overwritten. */
export function SettleConflict({
  theirs,
  mine,
  base,
  form,
  onDone,
}: {
  theirs: Schemas["AssessmentView"];
  mine: Answers;
  base: Answers;
  form: Schemas["ReadFormResponse"];
  onDone: (merged: Answers) => void;
}) {
  const translate = useTranslate();
  const say = useSay();
  const questions = form.domains.flatMap((d) => d.questions);
  const both = questions.filter((q) => (theirs.answers[q.code] ?? "") !== (mine[q.code] ?? ""));
  // what only one of the two changed is no conflict
  const conflicts = both.filter(
    (q) => (theirs.answers[q.code] ?? "") !== (base[q.code] ?? "") && (mine[q.code] ?? "") !== (base[q.code] ?? ""),
  );
  const [taken, setTaken] = useState<Record<string, "theirs" | "mine">>({});
  const words = useAnswerWords();
  const text = (q: Question, value: string | undefined) => words(q, value) || "—";
  const merge = () => {
    const merged: Answers = { ...theirs.answers };
    for (const q of both) {
      const isConflict = conflicts.includes(q);
      const keepMine = isConflict ? taken[q.code] === "mine" : (mine[q.code] ?? "") !== (base[q.code] ?? "");
      if (!keepMine) continue;
      const answer = mine[q.code];
      if (answer) merged[q.code] = answer;
      else delete merged[q.code];
    }
    onDone(merged);
  };
  return (
    <Panel title={translate("assessment.conflict", { by: theirs.changedBy ?? "" })}>
      {conflicts.map((q) => (
        <FormControl key={q.code} sx={{ display: "block", mb: 1.5 }}>
          <FormLabel id={`c-${q.code}`}>{say(q.text)}</FormLabel>
          <RadioGroup
            aria-labelledby={`c-${q.code}`}
            value={taken[q.code] ?? ""}
            onChange={(event) => setTaken({ ...taken, [q.code]: event.target.value as "theirs" | "mine" })}
          >
            <FormControlLabel
              value="theirs"
              control={<Radio size="small" />}
              label={`${theirs.changedBy ?? ""}: ${text(q, theirs.answers[q.code])}`}
            />
            <FormControlLabel
              value="mine"
              control={<Radio size="small" />}
              label={`${translate("assessment.mine")}: ${text(q, mine[q.code])}`}
            />
          </RadioGroup>
        </FormControl>
      ))}
      {conflicts.length === 0 && <Typography sx={{ mb: 1.5 }}>{translate("assessment.no-conflict")}</Typography>}
      <Button variant="contained" disabled={conflicts.some((q) => !taken[q.code])} onClick={merge}>
        {translate("assessment.settle")}
      </Button>
    </Panel>
  );
}
