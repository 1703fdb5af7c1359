import { useTranslate } from "react-admin";
import { requestedClosings, requestedDaysFound, requestedNoAssessments, requestedVoids, submittedPlans } from "./api/decisions";
import { showDate } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { Marked, Place } from "../../ui/Severity";

/** What waits for the territorial unit: plans to approve, endings and further reports to consent to [3, 11.5, 20.9]. */
export function Decisions() {
  const translate = useTranslate();
  return (
    <Page title={translate("menu.decisions")}>
      <Panel title={translate("decisions.plans")}>
        <List
          label={translate("decisions.plans")}
          source={submittedPlans}
          id={(p) => p.id}
          to={(p) => `/children/${p.childId}?tab=plan&plan=${p.id}`}
          empty={translate("decisions.none")}
          columns={[
            {
              title: translate("field.child"),
              cell: (p) => <Marked mark={p.mark}>{p.childName || translate("child.nameless")}</Marked>,
              main: true,
            },
            { title: translate("field.number"), cell: (p) => <Copyable text={p.number} />, nowrap: true },
            { title: translate("plan.versions"), cell: (p) => p.planVersion },
            { title: translate("plan.measures"), cell: (p) => p.measures },
            { title: translate("decisions.since"), cell: (p) => showDate(p.submittedOn), nowrap: true },
            { title: translate("field.territory"), cell: (p) => <Place territory={p.territory} mark={p.mark} /> },
          ]}
        />
      </Panel>
      <Panel title={translate("decisions.endings")}>
        <List
          label={translate("decisions.endings")}
          source={requestedClosings}
          id={(c) => c.id}
          to={(c) => `/children/${c.childId}?tab=exit`}
          empty={translate("decisions.none")}
          columns={[
            {
              title: translate("field.child"),
              cell: (c) => <Marked mark={c.mark}>{c.childName || translate("child.nameless")}</Marked>,
              main: true,
            },
            { title: translate("field.number"), cell: (c) => <Copyable text={c.number} />, nowrap: true },
            { title: translate("closing.ending"), cell: (c) => translate(`ending.${c.ending}`) },
            { title: translate("decisions.since"), cell: (c) => showDate(c.requestedOn), nowrap: true },
            { title: translate("field.territory"), cell: (c) => <Place territory={c.territory} mark={c.mark} /> },
          ]}
        />
      </Panel>
      <Panel title={translate("decisions.voids")}>
        <List
          label={translate("decisions.voids")}
          source={requestedVoids}
          id={(v) => v.id}
          to={(v) => `/children/${v.childId}`}
          empty={translate("decisions.none")}
          columns={[
            { title: translate("field.child"), cell: (v) => <Marked mark={v.mark}>{v.childName}</Marked>, main: true },
            { title: translate("field.number"), cell: (v) => <Copyable text={v.number} />, nowrap: true },
            { title: translate("void.reason"), cell: (v) => v.reason },
            { title: translate("decisions.since"), cell: (v) => showDate(v.requestedOn), nowrap: true },
            { title: translate("field.territory"), cell: (v) => <Place territory={v.territory} mark={v.mark} /> },
          ]}
        />
      </Panel>
      <Panel title={translate("decisions.days-found")}>
        <List
          label={translate("decisions.days-found")}
          source={requestedDaysFound}
          id={(d) => d.id}
          to={(d) => `/children/${d.childId}`}
          empty={translate("decisions.none")}
          columns={[
            {
              title: translate("field.child"),
              cell: (d) => <Marked mark={d.mark}>{d.childName || translate("child.nameless")}</Marked>,
              main: true,
            },
            { title: translate("field.number"), cell: (d) => <Copyable text={d.number} />, nowrap: true },
            { title: translate("signal.found-on"), cell: (d) => showDate(d.foundOn), nowrap: true },
            { title: translate("dates.late-because"), cell: (d) => d.reason },
            { title: translate("decisions.since"), cell: (d) => showDate(d.requestedOn), nowrap: true },
            { title: translate("field.territory"), cell: (d) => <Place territory={d.territory} mark={d.mark} /> },
          ]}
        />
      </Panel>
      <Panel title={translate("decisions.no-assessments")}>
        <List
          label={translate("decisions.no-assessments")}
          source={requestedNoAssessments}
          id={(a) => a.id}
          to={(a) => `/signals/${a.signalId}`}
          empty={translate("decisions.none")}
          columns={[
            { title: translate("field.child"), cell: (a) => <Marked mark={a.mark}>{a.childName}</Marked>, main: true },
            { title: translate("field.number"), cell: (a) => <Copyable text={a.number} />, nowrap: true },
            { title: translate("signal.one"), cell: (a) => a.signalNumber, nowrap: true },
            { title: translate("decisions.since"), cell: (a) => showDate(a.requestedOn), nowrap: true },
            { title: translate("field.territory"), cell: (a) => <Place territory={a.territory} mark={a.mark} /> },
          ]}
        />
      </Panel>
    </Page>
  );
}
