import type { Schemas } from "../../api/client";
import { Stack } from "../../ui/Form";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Shown } from "../../ui/Shown";
import { isAsked, useAnswerWords } from "./form";

type Props = { assessment: Schemas["AssessmentView"]; form: Schemas["ReadFormResponse"] };

/** An unfinished assessment, as seen by those who do not fill it in: every question with the answer so far. */
export function UnfinishedAnswers({ assessment: a, form }: Props) {
  const say = useSay();
  const words = useAnswerWords();
  return form.domains.map((d) => (
    <Panel key={d.code} title={say(d.title)}>
      <Stack>
        {d.questions
          .filter((q) => isAsked(q, a.answers, a.circumstances))
          .map((q) => (
            <Shown key={q.code} label={say(q.text)} value={words(q, a.answers[q.code])} />
          ))}
      </Stack>
    </Panel>
  ));
}
