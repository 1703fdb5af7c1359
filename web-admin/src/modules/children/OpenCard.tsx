import { Alert, Box, Button, Chip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link, useNavigate } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { duplicatesQuery } from "./api/cards";
import { usePieces } from "../../app/core/pieces";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { useDictionary, useTerritoryName } from "../../ui/reference";
import { Refusal, useAct } from "../../ui/Refusal";
import { clean } from "../../ui/clean";
import { Because } from "./dates";
import { IdentityFields } from "./sections/IdentityFields";

type Identity = Schemas["Identity"];
const strong = 60;

/** Opens a new card after showing possible duplicates: linking to a known child is one click away. */
export function OpenCard({ signal, version, onBack }: { signal: Schemas["GetSignalResponse"]; version: string; onBack: () => void }) {
  const translate = useTranslate();
  const pieces = usePieces("signal");
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const known = signal.contents.child;
  const form = useForm({
    defaultValues: {
      identity: {
        surname: known.surname ?? "",
        name: known.name ?? "",
        patronymic: known.patronymic ?? "",
        noPatronymic: false,
        sex: known.sex ?? "",
        birthDate: known.birthDate ?? "",
        pin: known.pin ?? "",
        citizenship: "",
        foreignNumber: "",
        birthDateEstimated: false,
        unknown: {},
        birthDateInDoubt: known.birthDateInDoubt ?? false,
        adultBecause: known.adultBecause ?? "",
      },
      otherChildBecause: "",
      askId: "",
      foundOn: signal.foundOnInDoubt && !signal.contents.sentFoundOn ? signal.foundOn : "",
      lateBecause: signal.contents.lateBecause ?? "",
    },
  });
  const typed = useSettled(JSON.stringify(identityOf(form.watch("identity"))));
  const identity = JSON.parse(typed) as Identity;
  const asks = !!(identity.surname || identity.name || identity.pin);
  const report = useQuery({ ...duplicatesQuery(typed, signal.id), enabled: asks });
  const isStrong = (report.data?.items ?? []).some((d) => d.score >= strong && !d.signalId);
  const reasons = useDictionary("unknown-reason");

  const goTo = async (childId: string, message: string) => {
    await changed(...caseChanges);
    notify(message, { type: "success" });
    void navigate(`/children/${childId}`);
  };
  const { act, error } = useAct();
  const link = (childId: string) =>
    act(async () => {
      const { data } = await api.post("/api/children/signals/{id}/link", { path: { id: signal.id }, body: { childId }, version });
      await changed(...caseChanges);
      notify(translate(data.reopened ? "signal.case-reopened" : "signal.linked", { number: data.caseNumber }), { type: "success" });
    });

  return (
    <Form
      draft={{ form: "open-card", record: signal.id, subject: signal.childId ?? undefined }}
      form={form}
      submit={translate("signal.open-card")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async (values, key) => {
        const { data } = await api.post("/api/children/signals/{id}/open-card", {
          path: { id: signal.id },
          body: { ...(clean(values) as object), identity: identityOf(values.identity) } as Schemas["OpenCardRequest"],
          version,
          idempotencyKey: key,
        });
        await goTo(data.childId, translate("signal.card-opened", { number: data.caseNumber }));
      }}
    >
      <Stack>
        {signal.foundOnInDoubt && (
          <>
            <Day
              name="foundOn"
              label={translate("signal.found-on")}
              help={translate("dates.found-in-doubt", { day: showDate(signal.contents.sentFoundOn ?? signal.foundOn) })}
            />
            <Because name="lateBecause" label={translate("dates.late-because")} />
          </>
        )}
        <IdentityFields prefix="identity." at={{ signalId: signal.id }} />
        {!identity.surname && !identity.name && (
          <Choice
            name="identity.unknown.name"
            label={translate("identity.name-unknown")}
            help={translate("identity.name-unknown-help")}
            optional
            options={reasons.options}
          />
        )}
        {pieces.map(
          ({ AskByPin }, at) => AskByPin && <AskByPin key={at} signalId={signal.id} onTaken={(askId) => form.setValue("askId", askId)} />,
        )}
        {report.data && <Duplicates report={report.data} onLink={link} />}
        <Refusal error={error} />
        {isStrong && <Text name="otherChildBecause" label={translate("duplicate.because")} help={translate("duplicate.because-help")} />}
      </Stack>
    </Form>
  );
}

/** The reason for an unknown name is entered only if there is no name. */
function identityOf({ unknown, ...identity }: { surname: string; name: string; unknown: Record<string, string> }) {
  const reason = !identity.surname && !identity.name && unknown.name;
  return { ...(clean(identity) as object), unknown: reason ? { name: reason } : null };
}

function Duplicates({ report, onLink }: { report: Schemas["DuplicateReport"]; onLink: (childId: string) => void }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  if (report.items.length === 0 && !report.elsewhere && !report.tooMany) return null;
  return (
    <Box role="region" aria-label={translate("duplicate.title")} sx={{ border: 1, borderColor: "warning.main", borderRadius: 1, p: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {translate("duplicate.title")}
      </Typography>
      {report.elsewhere && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate("duplicate.elsewhere")}
        </Alert>
      )}
      {report.tooMany && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {translate("duplicate.too-many")}
        </Alert>
      )}
      {report.items.map((d) => (
        <Box
          key={d.id}
          sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", py: 1, borderTop: 1, borderColor: "divider" }}
        >
          <Box sx={{ flexGrow: 1, minWidth: 220 }}>
            <b>{d.fullName || translate("child.nameless")}</b> {showDate(d.birthDate)} · {territory(d.territory)} ·{" "}
            {d.signalId ? `${d.signalNumber} (${translate("duplicate.in-signal")})` : d.caseNumber}
            <Box sx={{ display: "flex", gap: 0.5, flexWrap: "wrap", mt: 0.5 }}>
              <Chip
                size="small"
                color={d.score >= strong ? "warning" : "default"}
                label={translate("duplicate.score", { score: d.score })}
              />
              {d.signs.map((sign) => (
                <Chip key={sign} size="small" variant="outlined" label={translate(`duplicate-sign.${sign}`)} />
              ))}
            </Box>
          </Box>
          {d.signalId ? (
            <Button size="small" variant="outlined" component={Link} to={`/signals/${d.signalId}`}>
              {translate("duplicate.open-signal")}
            </Button>
          ) : (
            <Button size="small" variant="outlined" onClick={() => onLink(d.id)}>
              {translate("duplicate.link")}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}

/** Debounced: no request per keystroke. */
function useSettled(value: string, pause = 500) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
