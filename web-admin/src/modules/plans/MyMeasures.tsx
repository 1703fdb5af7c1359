import { Box } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { myMeasures } from "./api/plans";
import { showDate } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { Below, Marked } from "../../ui/Severity";
import { Filter } from "../../ui/Filter";
import { AddEvidence } from "./AddEvidence";
import { ReportMeasure } from "./ReportMeasure";
import { FormButton } from "../../ui/drafts/FormButton";

type Mine = Schemas["MyMeasure"];

const isRunning = ({ measure }: Mine) => measure.status === "planned" || measure.status === "in-progress";

/** The measures I am responsible for [16], whatever my body: I see these and report on them. */
export function MyMeasures() {
  const translate = useTranslate();
  const say = useSay();
  const [done, setDone] = useState("");
  const [chosen, setChosen] = useState<{ mine: Mine; to: "report" | "evidence" }>();
  const close = () => setChosen(undefined);
  return (
    <Page title={translate("menu.my-measures")}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={done}
          onChange={setDone}
          all={translate("measure.running")}
          options={[{ value: "true", label: translate("measure.finished") }]}
          label={translate("field.status")}
        />
      </Box>
      {chosen && (
        <Opened key={`${chosen.to}-${chosen.mine.measure.id}`}>
          {chosen.to === "report" ? <ReportMeasure mine={chosen.mine} onDone={close} /> : <AddEvidence mine={chosen.mine} onDone={close} />}
        </Opened>
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("menu.my-measures")}
          source={myMeasures(!!done)}
          id={(m) => m.measure.id}
          empty={translate("measure.none-mine")}
          columns={[
            { title: translate("plan.measure"), cell: (m) => say(m.measure.text), main: true },
            { title: translate("field.child"), cell: (m) => <Marked mark={m.mark}>{m.childName || translate("child.nameless")}</Marked> },
            {
              title: translate("field.number"),
              cell: (m) => (
                <>
                  <Copyable text={m.number} /> {m.mark.responsible && <Below>{m.mark.responsible}</Below>}
                </>
              ),
            },
            { title: translate("measure.due-on"), cell: (m) => showDate(m.measure.dueOn), nowrap: true },
            {
              title: translate("field.status"),
              cell: (m) => (
                <>
                  {translate(`measure-status.${m.measure.status}`)} {!isRunning(m) && m.measure.result && <Below>{m.measure.result}</Below>}
                </>
              ),
            },
            {
              title: translate("measure.files"),
              cell: (m) => (
                <>
                  {isRunning(m) && (
                    <FormButton draft={`report-measure.${m.measure.id}`} size="small" onOpen={() => setChosen({ mine: m, to: "report" })}>
                      {translate("measure.report")}
                    </FormButton>
                  )}
                  <FormButton
                    draft={`attach-file.${m.measure.id}`}
                    size="small"
                    color="inherit"
                    onOpen={() => setChosen({ mine: m, to: "evidence" })}
                  >
                    {m.files.length > 0 ? translate("measure.files-count", { count: m.files.length }) : translate("measure.add-file")}
                  </FormButton>
                </>
              ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
