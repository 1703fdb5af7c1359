import { Alert, Box, Button, Chip, LinearProgress, List, ListItemButton, ListItemText, Tab, Tabs, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode, useRef } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useParams, useSearchParams } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { cardQuery } from "./api/cards";
import { useMay } from "../../app/core/me";
import { tabCodes, usePieces } from "../../app/core/pieces";
import { ageOn, today } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";
import { Severity } from "../../ui/Severity";
import { CaseRequestBanner } from "./CaseRequestBanner";
import { Clocks } from "./Clocks";
import { FindSecondCard } from "./FindSecondCard";
import { MergeBanner } from "./MergeBanner";
import { SectionForm } from "./sections/SectionForm";
import { Road } from "./Road";
import { SectionView } from "./sections/SectionView";
import { RequestVoid, VoidBanner } from "./Voiding";
import { DayFoundBanner } from "./DayFound";

type Card = Schemas["GetCardResponse"];
type Code = Schemas["SectionCode"];

/** The non-empty parts, separated by dots. */
const parts = (all: ReactNode[]) =>
  all.filter(Boolean).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && " · "}
      {part}
    </Fragment>
  ));

/** A child's card: its road, the sections of clause 17 with their completeness, deadlines; every further tab comes from its module. */
export function CardPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const territory = useTerritoryName();
  const [params, setParams] = useSearchParams();
  const first = useRef(params.toString());
  const mayEdit = useMay("edit-children");
  const pieces = usePieces("card");
  const card = useQuery(cardQuery(id));
  if (card.isPending) return <Loading />;
  if (card.isError)
    return (
      <Page title={translate("menu.children")}>
        <Failure error={card.error} again={() => void card.refetch()} />
      </Page>
    );
  const c = card.data;
  const born = c.contents.identity?.birthDate;
  const tab = params.get("tab") ?? "card";
  const tabs = pieces.flatMap((piece) => piece.tabs ?? []).toSorted((a, b) => tabCodes.indexOf(a.code) - tabCodes.indexOf(b.code));
  const Show = tabs.find(({ code }) => code === tab)?.Show;
  const section = (params.get("section") as Code | null) ?? "identity";
  const go = (next: Record<string, string>) => setParams(next, { replace: true });
  return (
    <Page
      about={c.id}
      title={c.fullName || translate("child.nameless")}
      subtitle={
        <>
          {parts([
            born && translate("card.age", { smart_count: ageOn(born, today()) }),
            c.contents.identity?.sex && translate(`sex.${c.contents.identity.sex}`),
            c.case && (
              <>
                {translate("card.case")} <Copyable text={c.case.number} />
              </>
            ),
            territory(c.territory),
            c.case?.responsible && `${translate("card.responsible")}: ${c.case.responsible}`,
          ])}
        </>
      }
      actions={
        <>
          <Severity value={c.severity} />
          {c.case && <Chip label={translate(`case-status.${c.case.status}`)} color="primary" variant="outlined" />}
        </>
      }
    >
      {c.id !== id && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate("merge.redirected", { number: c.case?.number ?? "" })}
        </Alert>
      )}
      <MergeBanner childId={c.id} />
      <VoidBanner childId={c.id} />
      <CaseRequestBanner at={{ childId: c.id }} />
      <DayFoundBanner childId={c.id} mayEdit={c.canEdit} />
      <Road card={c} />
      <Tabs
        value={tab}
        variant="scrollable"
        allowScrollButtonsMobile
        onChange={(_, value: string) => go({ tab: value })}
        sx={{ mb: 2, borderBottom: 1, borderColor: "divider" }}
      >
        <Tab value="card" label={translate("card.title")} />
        {tabs.map(({ code, label }) => (
          <Tab key={code} value={code} label={translate(label)} />
        ))}
      </Tabs>
      {Show ? (
        <Show card={c} />
      ) : (
        <Box
          sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", md: "230px 1fr", lg: "200px 1fr 250px" }, alignItems: "start" }}
        >
          <Sections card={c} chosen={section} onChoose={(code) => go({ section: code })} />
          <Opened key={section} atHeading quiet={!params.has("section") || params.toString() === first.current}>
            <Panel title={translate(`section.${section}`)}>
              {c.canEdit ? <SectionForm card={c} code={section} /> : <SectionView card={c} code={section} />}
              {pieces.map(
                ({ UnderSection }, at) =>
                  UnderSection && <UnderSection key={at} sources={c.sources.filter((s) => s.section === section)} />,
              )}
            </Panel>
          </Opened>
          <Box sx={{ gridColumn: { md: "1 / -1", lg: "auto" } }}>
            <Information card={c} />
            <Panel title={translate("clock.title")}>
              <Clocks deadlines={c.deadlines} />
            </Panel>
          </Box>
        </Box>
      )}
      {tab === "exit" && (
        <>
          {mayEdit && <FindSecondCard childId={c.id} />}
          {c.canEdit && <RequestVoid childId={c.id} />}
        </>
      )}
    </Page>
  );
}

function Sections({ card, chosen, onChoose }: { card: Card; chosen: Code; onChoose: (code: Code) => void }) {
  const translate = useTranslate();
  return (
    <Panel sx={{ p: { xs: 1, md: 1 } }}>
      <Box sx={{ p: 1 }}>
        <Typography variant="body2">{translate("card.completeness", { percent: card.completeness })}</Typography>
        <LinearProgress
          variant="determinate"
          value={card.completeness}
          aria-label={translate("card.completeness", { percent: card.completeness })}
          sx={{ mt: 0.5 }}
        />
      </Box>
      <List dense component="nav" aria-label={translate("card.sections")}>
        {card.sections.map((s) => (
          <ListItemButton
            key={s.code}
            selected={s.code === chosen}
            aria-current={s.code === chosen || undefined}
            onClick={() => onChoose(s.code)}
          >
            <ListItemText
              primary={translate(`section.${s.code}`)}
              secondary={
                s.missing.length > 0
                  ? translate("card.missing", { smart_count: s.missing.length })
                  : s.changedAt
                    ? translate("card.complete")
                    : translate("card.open-list")
              }
              slotProps={{ secondary: { sx: { color: s.missing.length > 0 ? "warning.main" : "success.main" } } }}
            />
          </ListItemButton>
        ))}
      </List>
    </Panel>
  );
}

/** [13b.2, 19.2] The initial information is declared entered once nothing is missing. */
function Information({ card }: { card: Card }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const enter = useMutation({
    mutationFn: () =>
      api.post("/api/children/cards/{id}/enter-initial-information", {
        path: { id: card.id },
        version: etag(card.case?.version ?? ""),
      }),
    onSuccess: async () => {
      await changed(...caseChanges);
      notify(translate("card.information-entered"), { type: "success" });
    },
  });
  if (!card.canEdit || card.case?.status !== "opened") return null;
  const missing = card.sections.reduce((sum, s) => sum + s.missing.length, 0);
  return (
    <Panel title={translate("card.information")}>
      {missing > 0 ? (
        <Alert severity="info">{translate("card.information-missing", { smart_count: missing })}</Alert>
      ) : (
        <Typography sx={{ mb: 1.5 }}>{translate("card.information-ready")}</Typography>
      )}
      <Button sx={{ mt: 1.5 }} variant="contained" disabled={missing > 0 || enter.isPending} onClick={() => enter.mutate()}>
        {translate("card.enter-information")}
      </Button>
      <Refusal error={enter.error} />
    </Panel>
  );
}
