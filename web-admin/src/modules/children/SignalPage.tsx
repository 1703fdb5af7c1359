import { Alert, Box, Chip, Link as MuiLink, Table, TableBody, TableCell, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { signalQuery } from "./api/signals";
import { usePieces } from "../../app/core/pieces";
import { useMay } from "../../app/core/me";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useDictionary, useTerritoryName } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { CaseRequestBanner } from "./CaseRequestBanner";
import { Clocks } from "./Clocks";
import { CloseUnfounded } from "./CloseUnfounded";
import { Corrections } from "./Corrections";
import { CorrectSignal } from "./CorrectSignal";
import { ForwardSignal } from "./ForwardSignal";
import { NoAssessment } from "./NoAssessment";
import { OpenCard } from "./OpenCard";
import { ReasonForm } from "./ReasonForm";
import { UrgencyWord } from "./SignalList";
import { FormButton } from "../../ui/drafts/FormButton";

/** A signal: its contents, its deadlines, and its processing [13b.1, 19.2]. */
export function SignalPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const pieces = usePieces("signal");
  const territory = useTerritoryName();
  const channel = useDictionary("channel");
  const reason = useDictionary("unfounded-reason");
  const relation = useDictionary("relation");
  const mayEdit = useMay("edit-children");
  const [way, setWay] = useState<"card" | "unfounded" | "forward">();
  const signal = useQuery(signalQuery(id));
  if (signal.isPending) return <Loading />;
  if (signal.isError)
    return (
      <Page title={translate("menu.signals")}>
        <Failure error={signal.error} again={() => void signal.refetch()} />
      </Page>
    );
  const { data: s, version } = signal.data;
  const { child, reporter } = s.contents;
  const name = [child.surname, child.name, child.patronymic].filter(Boolean).join(" ");
  const facts: [string, string | false | null | undefined][] = [
    ["signal.source", translate(`source.${s.source}`)],
    [
      "signal.found-on",
      s.foundOnInDoubt ? `${showDate(s.contents.sentFoundOn ?? s.foundOn)} (${translate("dates.doubtful")})` : showDate(s.foundOn),
    ],
    ["dates.late-because", s.contents.lateBecause],
    ["signal.received-on", showDate(s.receivedOn)],
    ["signal.channel", channel.name(s.channel)],
    ["signal.urgency", translate(`urgency.${s.urgency}`)],
    ["signal.found-territory", territory(s.foundTerritory)],
    ["field.territory", s.territory !== s.foundTerritory && territory(s.territory)],
    ["field.address", s.contents.address],
    ["signal.account", s.contents.account],
    [
      "field.child",
      [
        name || translate("child.nameless"),
        child.sex && translate(`sex.${child.sex}`),
        showDate(child.birthDate) + (child.birthDate && child.birthDateInDoubt ? ` (${translate("dates.doubtful")})` : ""),
        child.age && translate("signal.age-years", { smart_count: child.age }),
        child.pin,
        child.note,
      ]
        .filter(Boolean)
        .join(", "),
    ],
    ["dates.adult-because", child.adultBecause],
    [
      "signal.reporter",
      reporter.anonymous ? translate("signal.anonymous") : [reporter.name, reporter.phone, reporter.relation].filter(Boolean).join(", "),
    ],
    [
      "signal.part-relatives",
      s.contents.relatives?.map((r) => [relation.name(r.relation), r.fullName, r.phone].filter(Boolean).join(" ")).join(", "),
    ],
    ...(s.contents.forwarded ?? []).map((f): [string, string] => [
      "signal.was-forwarded",
      `${showDate(f.on)}: ${territory(f.from)} → ${territory(f.to)}. ${f.reason}`,
    ]),
    ["signal.registered-by", `${s.registeredBy ?? ""}, ${showTime(s.registeredAt)}`],
    ["signal.unfounded-reason", s.unfoundedReason && `${reason.name(s.unfoundedReason)}: ${s.contents.unfoundedNote ?? ""}`],
  ];
  return (
    <Page
      about={s.childId}
      title={`${translate("signal.one")} ${s.number}`}
      subtitle={
        <>
          <Chip size="small" label={translate(`signal-status.${s.status}`)} />{" "}
          {s.urgency !== "ordinary" && <UrgencyWord value={s.urgency} />}
        </>
      }
    >
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", lg: "1fr 300px" }, alignItems: "start" }}>
        <Box>
          <Panel>
            <Table size="small">
              <TableBody>
                {facts
                  .filter(([, value]) => value)
                  .map(([label, value]) => (
                    <TableRow key={`${label}${value}`}>
                      <TableCell component="th" sx={{ width: "30%", color: "text.secondary", verticalAlign: "top" }}>
                        {translate(label)}
                      </TableCell>
                      <TableCell sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{value}</TableCell>
                    </TableRow>
                  ))}
              </TableBody>
            </Table>
          </Panel>
          {mayEdit && <CaseRequestBanner at={{ signalId: s.id }} />}
          {s.childId && (
            <Alert severity="success" sx={{ mb: 2 }}>
              {translate("signal.in-base")}{" "}
              <MuiLink component={Link} to={`/children/${s.childId}`}>
                {s.caseNumber}
              </MuiLink>
            </Alert>
          )}
          {s.status === "linked" && <NoAssessment signal={s} version={version} mayEdit={mayEdit} />}
          {pieces.map(({ Files }, at) => Files && <Files key={at} signal={s} mayEdit={mayEdit} />)}
          {s.siblings.length > 0 && (
            <Panel title={translate("signal.siblings")}>
              {s.siblings.map((other) => (
                <Box key={other.id}>
                  <MuiLink component={Link} to={`/signals/${other.id}`}>
                    {other.number}
                  </MuiLink>{" "}
                  {other.childName || translate("child.nameless")} · {translate(`signal-status.${other.status}`)}
                </Box>
              ))}
            </Panel>
          )}
          {s.withoutHolder && (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate("signal.without-holder")}
            </Alert>
          )}
          {(mayEdit || s.canForward) && s.status === "new" && (
            <Panel title={translate("signal.process")}>
              {!way && (
                <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap" }}>
                  {mayEdit && (
                    <>
                      <FormButton draft={`open-card.${s.id}`} variant="contained" onOpen={() => setWay("card")}>
                        {translate("signal.to-card")}
                      </FormButton>
                      <FormButton draft={`close-unfounded.${s.id}`} variant="outlined" onOpen={() => setWay("unfounded")}>
                        {translate("signal.to-unfounded")}
                      </FormButton>
                    </>
                  )}
                  {s.canForward && (
                    <FormButton draft={`forward-signal.${s.id}`} variant="outlined" onOpen={() => setWay("forward")}>
                      {translate("signal.forward")}
                    </FormButton>
                  )}
                </Box>
              )}
              {way && (
                <Opened>
                  {way === "forward" && <ForwardSignal id={s.id} version={version} onBack={() => setWay(undefined)} />}
                  {way === "card" && <OpenCard signal={s} version={version} onBack={() => setWay(undefined)} />}
                  {way === "unfounded" && <CloseUnfounded id={s.id} version={version} onBack={() => setWay(undefined)} />}
                </Opened>
              )}
            </Panel>
          )}
          {mayEdit && <PutRight signal={s} version={version} />}
          <Corrections corrections={s.corrections} />
        </Box>
        <Panel title={translate("clock.title")}>
          <Clocks deadlines={s.deadlines} />
        </Panel>
      </Box>
    </Page>
  );
}

/** Correcting mistakes: its contents, a closing as unfounded, a link to the wrong child. */
function PutRight({ signal: s, version }: { signal: Schemas["GetSignalResponse"]; version: string }) {
  const translate = useTranslate();
  const [way, setWay] = useState<"correct" | "reopen" | "unlink">();
  const back = () => setWay(undefined);
  const undo = s.status === "unfounded" ? "reopen" : s.status === "linked" ? "unlink" : undefined;
  return (
    <Panel title={translate("signal.put-right")}>
      {!way && (
        <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap" }}>
          <FormButton draft={`correct-signal.${s.id}`} variant="outlined" onOpen={() => setWay("correct")}>
            {translate("signal.correct")}
          </FormButton>
          {undo && (
            <FormButton draft={`${undo}-signal.${s.id}`} variant="outlined" onOpen={() => setWay(undo)}>
              {translate(`signal.${undo}`)}
            </FormButton>
          )}
        </Box>
      )}
      {way === "correct" && (
        <Opened>
          <CorrectSignal signal={s} version={version} onBack={back} />
        </Opened>
      )}
      {(way === "reopen" || way === "unlink") && (
        <ReasonForm
          id={way}
          draft={{ form: `${way}-signal`, record: s.id }}
          label={translate("signal.undo-reason")}
          submit={translate(`signal.${way}`)}
          done={translate("signal.reopened")}
          send={(reason, idempotencyKey) =>
            way === "reopen"
              ? api.post("/api/children/signals/{id}/reopen", { path: { id: s.id }, body: { reason }, version, idempotencyKey })
              : api.post("/api/children/signals/{id}/unlink", { path: { id: s.id }, body: { reason }, version, idempotencyKey })
          }
          onBack={back}
        />
      )}
    </Panel>
  );
}
