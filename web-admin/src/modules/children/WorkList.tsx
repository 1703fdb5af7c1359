import { Box, Button, ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link, Navigate, useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { allOf } from "../../api/codes";
import { boardQuery, workList, workListCountsQuery } from "./api/work";
import { useMay, useMe } from "../../app/core/me";
import { Copyable } from "../../ui/Copyable";
import { DaysLeft } from "../../ui/DaysLeft";
import { showDate } from "../../ui/dates";
import { Filter } from "../../ui/Filter";
import { List } from "../../ui/List";
import { ListFile } from "../../ui/ListFile";
import { Page, Panel, Steady } from "../../ui/Page";
import { ShortName } from "../../ui/ShortName";
import { SavedViews } from "../../ui/SavedViews";
import { useTerritories, useTerritoryName, useTerritoryOptions } from "../../ui/reference";
import { Below, Marked } from "../../ui/Severity";

type Step = NonNullable<Schemas["Step"]>;
type Due = NonNullable<Schemas["WorkListDue"]>;
type Whose = NonNullable<Schemas["Whose"]>;
const dues = allOf<Schemas["WorkListDue"]>()(["late", "today", "week", "all"]);
const whoses = allOf<Schemas["Whose"]>()(["doable", "mine", "all"]);
/** Each step with the clause that requires it. */
const steps: Record<Step, string> = {
  "enter-found-child": "19.1",
  "process-report": "19.2",
  assess: "19.3",
  "form-plan": "3",
  "approve-plan": "3",
  "carry-out-measure": "13b.4",
  visit: "13b.4",
  "enter-change": "20",
  "review-placement": "13b.4",
  "accept-transfer": "16",
  "decide-ending": "11.5",
  "follow-up": "11.5",
  "answer-subject": "5.subject",
  "settle-disagreement": "18",
  "decide-held-purge": "25.2",
  "decide-merge": "7.central",
  "merge-cards": "5.holder",
  "notify-recipient": "27",
  "answer-case-request": "16",
  "settle-number-conflict": "17.1",
  "confirm-day-found": "19.2",
  "correct-day-found": "19.2",
  "continue-or-end": "20.9",
};
/** The steps to choose from, grouped by clause if a clause has several. */
const choices = [...new Set(Object.values(steps))].flatMap((clause) => {
  const owed = (Object.keys(steps) as Step[]).filter((step) => steps[step] === clause);
  return [...(owed.length > 1 ? [{ clause, step: undefined }] : []), ...owed.map((step) => ({ clause, step }))];
});
const stepOf = (code: string | null) => (code && code in steps ? (code as Step) : undefined);
const nobody = "nobody";

/** Home by role: those who enter data see what is to be done, supervisors the overview of the district or the republic. */
export function Home() {
  const me = useMe();
  if (me.courseDue) return <Navigate to={`/courses/${me.courseDue}`} replace />;
  if (me.permissions.includes("edit-children") || !me.permissions.includes("read-statistics")) return <WorkList />;
  return <Navigate to="/overview" replace />;
}

/** What is to be done, by due day. The filters are in the URL. */
export function WorkList() {
  const me = useMe();
  return me.permissions.includes("read-children") ? (
    <Steps />
  ) : (
    <Navigate
      to={
        me.permissions.includes("manage-accounts")
          ? "/accounts"
          : me.permissions.includes("read-own-institution")
            ? "/own-institution"
            : "/me"
      }
      replace
    />
  );
}

function Steps() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const territories = useTerritoryOptions({ deepest: 3 });
  const places = useTerritories();
  const mayRegister = useMay("register-signals");
  const [params, setParams] = useSearchParams();
  const due = (params.get("due") as Due | null) ?? "all";
  const responsible = params.get("responsible");
  const whose = whoses.find((w) => w === params.get("whose")) ?? "doable";
  const filter = {
    whose,
    territory: params.get("territory") ?? undefined,
    step: stepOf(params.get("step")),
    clause: params.get("clause") ?? undefined,
    responsible: responsible && responsible !== nobody ? responsible : undefined,
    unassigned: responsible === nobody ? true : undefined,
  };
  const set = (values: Record<string, string | undefined>) =>
    setParams(
      (current) => {
        for (const [name, value] of Object.entries(values)) {
          if (value) current.set(name, value);
          else current.delete(name);
        }
        return current;
      },
      { replace: true },
    );
  const counts = useQuery(workListCountsQuery(filter));
  const watches = counts.data?.mayDoAny === false;
  const all = whose === "all" || watches;
  // the board lists who has work here; for the whole republic it would count everyone for one list
  const me = useMe();
  const people = useQuery({ ...boardQuery("specialist"), enabled: all && (me.scope !== "republic" || !!responsible) });
  const responsibles = (people.data?.rows ?? []).map((row) => ({
    value: row.key || nobody,
    label: row.nameKy ?? translate("board.nobody"),
  }));
  const count = (which: Due) => {
    const number = counts.data?.[which];
    return number === undefined ? "" : number >= (counts.data?.most ?? 0) ? `${number}+` : String(number);
  };

  return (
    <Page
      title={translate("work-list.title")}
      actions={
        <>
          <SavedViews screen="work" />
          <ListFile name={translate("work-list.title")} address="/api/children/work-list/file" query={{ ...filter, due }} />
          {mayRegister && (
            <Button component={Link} to="/signals/new" variant="contained">
              {translate("signal.register")}
            </Button>
          )}
        </>
      }
    >
      <Steady ready={!counts.isLoading && !people.isLoading && !places.isLoading}>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mb: 1.5, alignItems: "center" }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={due}
            onChange={(_, value: Due | null) => value && set({ due: value === "all" ? "" : value })}
            aria-label={translate("work-list.due")}
            sx={{ bgcolor: "background.paper" }}
          >
            {dues.map((which) => (
              <ToggleButton
                key={which}
                value={which}
                sx={{ gap: 0.75, px: 0.75, textTransform: "none", color: which === "late" && counts.data?.late ? "error.main" : undefined }}
              >
                {translate(`work-list.${which}`)} <b>{count(which)}</b>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {!watches && (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={whose}
              onChange={(_, value: Whose | null) => value && set({ whose: value === "doable" ? "" : value, responsible: "" })}
              aria-label={translate("work-list.whose")}
              sx={{ bgcolor: "background.paper" }}
            >
              {whoses.map((which) => (
                <ToggleButton key={which} value={which} sx={{ px: 0.75, textTransform: "none" }}>
                  {translate(`work-list.whose-${which}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          {territories.length > 1 && (
            <Filter
              value={filter.territory ?? ""}
              onChange={(value) => set({ territory: value })}
              all={translate("work-list.all-territories")}
              options={territories}
              label={translate("field.territory")}
            />
          )}
          <Filter
            value={filter.step ?? (choices.find((c) => c.clause === filter.clause)?.step || filter.clause) ?? ""}
            onChange={(value) => set(stepOf(value) ? { step: value, clause: "" } : { step: "", clause: value })}
            all={translate("work-list.all-steps")}
            options={choices.map(({ clause, step }) => ({
              value: step ?? clause,
              label: step ? `${translate(`step.${step}`)} [${clause}]` : `[${clause}]: ${translate("work-list.all-of-clause")}`,
            }))}
            label={translate("work-list.step")}
          />
          {all && responsibles.length > 1 && (
            <Filter
              value={responsible ?? ""}
              onChange={(value) => set({ responsible: value })}
              all={translate("work-list.all-responsibles")}
              options={responsibles}
              label={translate("work-list.responsible")}
            />
          )}
        </Box>
        <Panel sx={{ p: { xs: 1, md: 1 } }}>
          <List
            label={translate("work-list.title")}
            source={workList(due, filter)}
            id={(item) => item.id}
            to={(item) => (item.inBase ? `/children/${item.childId}` : `/signals/${item.aboutId}`)}
            empty={translate(due !== "all" ? "work-list.empty-filter" : all ? "work-list.empty" : `work-list.empty-${whose}`)}
            emptyAction={
              mayRegister && (
                <Button component={Link} to="/signals/new" variant="outlined">
                  {translate("signal.register")}
                </Button>
              )
            }
            columns={[
              {
                title: translate("work-list.due-on"),
                cell: (item) => (
                  <>
                    {showDate(item.dueOn)}{" "}
                    <Below>
                      <DaysLeft days={item.daysLeft} clause={item.clause} />
                    </Below>
                  </>
                ),
                nowrap: true,
              },
              {
                title: translate("work-list.what"),
                cell: (item) => `${translate(`step.${item.step}`)} [${item.clause}]`,
                main: true,
              },
              {
                title: translate("field.child"),
                cell: (item) => <Marked mark={item.mark}>{item.childName || translate("child.nameless")}</Marked>,
              },
              {
                title: translate("field.number"),
                cell: (item) => (
                  <>
                    <Copyable text={item.number} />{" "}
                    <Below>
                      {translate("work-list.since")} {showDate(item.startedOn)}
                    </Below>
                  </>
                ),
              },
              {
                title: translate("severity.responsible"),
                cell: (item) => (
                  <>
                    <ShortName name={item.mark.responsible} /> <Below>{territory(item.territory)}</Below>
                  </>
                ),
              },
            ]}
          />
        </Panel>
      </Steady>
    </Page>
  );
}
