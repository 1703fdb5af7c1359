import { Alert, Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { type ApiError, api, type Schemas, etag, type Sent } from "../../../api/client";
import { useChanged } from "../../../app/core/api/keys";
import { cardQuery, changesQuery, sectionChanges } from "../api/cards";
import { Form, Stack } from "../../../ui/Form";
import { reveal } from "../../../ui/reveal";
import { changedLine } from "./changedLine";
import { clean } from "../../../ui/clean";
import { useItems } from "../../../ui/ItemValue";
import {
  DisabilityFields,
  DocumentsFields,
  FindingFields,
  FurtherFields,
  LegalStatusFields,
  PaymentsFields,
  PropertyFields,
  RelativesFields,
  ResidenceFields,
} from "./fields";
import { IdentityFields } from "./IdentityFields";
import { Unknowns } from "./Unknowns";
import { WaitingChanges, named } from "./WaitingChanges";

type Code = Schemas["SectionCode"];
type Card = Schemas["GetCardResponse"];
export type Section = Record<string, unknown> & { unknown?: Record<string, string> | null };

export const sections: Record<
  Code,
  { fields: ComponentType<{ card: Card }>; empty: Section; route: string; key: keyof Schemas["CardContents"] }
> = {
  identity: {
    fields: ({ card }) => <IdentityFields at={{ childId: card.id }} />,
    route: "identity",
    key: "identity",
    empty: {
      surname: "",
      name: "",
      patronymic: "",
      noPatronymic: false,
      sex: "",
      birthDate: "",
      birthDateEstimated: false,
      birthDateInDoubt: false,
      adultBecause: "",
      pin: "",
      pinInDoubt: false,
      citizenship: "",
      foreignNumber: "",
    },
  },
  documents: { fields: DocumentsFields, route: "documents", key: "documents", empty: { hasBirthCertificate: null, list: [] } },
  finding: {
    fields: FindingFields,
    route: "finding",
    key: "finding",
    empty: { foundOn: "", territory: "", address: "", circumstances: "", cameFrom: "", lateBecause: "" },
  },
  residence: {
    fields: ResidenceFields,
    route: "residence",
    key: "residence",
    empty: {
      noResidence: false,
      registeredTerritory: "",
      registeredCountry: "",
      registeredAddress: "",
      actualTerritory: "",
      actualCountry: "",
      actualAddress: "",
      livesWith: "",
    },
  },
  relatives: { fields: RelativesFields, route: "relatives", key: "relatives", empty: { mother: "", father: "", list: [] } },
  disability: {
    fields: DisabilityFields,
    route: "disability",
    key: "disability",
    empty: { has: null, group: "", since: "", until: "", examination: "", needs: "" },
  },
  payments: { fields: PaymentsFields, route: "payments", key: "payments", empty: { receivesAny: null, list: [] } },
  property: {
    fields: PropertyFields,
    route: "property",
    key: "property",
    empty: { housingAssigned: null, housingAddress: "", housingDocument: "", hasOther: null, list: [] },
  },
  "legal-status": {
    fields: LegalStatusFields,
    route: "legal-status",
    key: "legalStatus",
    empty: { statuses: [], noSpecialStatus: false, causes: [], since: "", ground: "" },
  },
  further: { fields: FurtherFields, route: "further", key: "further", empty: { values: {} } },
};

/** The stored section merged over an empty one; nothing is undefined, so that every input is controlled. */
export const valuesOf = (card: Card, code: Code): Section => {
  const stored = (card.contents[sections[code].key] ?? {}) as Section;
  const values: Section = { ...sections[code].empty, unknown: {} };
  for (const [name, value] of Object.entries(stored)) if (value !== null && value !== undefined) values[name] = value;
  return values;
};

/** One section of the card: drafts as you type, conflicts when someone else saved meanwhile, history on the server. */
export function SectionForm({ card, code }: { card: Card; code: Code }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const { fields: Fields, route } = sections[code];
  const state = card.sections.find((s) => s.code === code)!;
  const form = useForm<Section>({ defaultValues: valuesOf(card, code) });
  const { isDirty } = form.formState;
  // a version saved by someone else is loaded automatically only while nothing is typed here
  useEffect(() => {
    if (!isDirty) form.reset(valuesOf(card, code));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new version reloads what is stored
  }, [state.version]);
  const waiting = useWaiting(card, code);
  const [conflict, setConflict] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict && shown.current) reveal(shown.current);
  }, [conflict]);
  const [warnings, setWarnings] = useState<readonly string[]>([]);

  const send = async (values: Section, key: string) => {
    const { changes, ...section } = values;
    const body = { section: tidy(clean(section) as Section, sections[code].empty), changes: named(changes, waiting) };
    const address = `/api/children/cards/{id}/${route}` as "/api/children/cards/{id}/identity";
    const { data } = await api.put(address, {
      path: { id: card.id },
      body: body as Sent<typeof address, "put">,
      version: etag(state.version),
      idempotencyKey: key,
    });
    setConflict(false);
    setWarnings(data.warnings);
    form.reset(section);
    await changed(...sectionChanges(card.id));
    notify(translate(data.entered ? "form.saved" : "form.nothing-changed"), { type: data.entered ? "success" : "info" });
  };
  const onError = (error: ApiError) => {
    if (error.status !== 412) return false;
    setConflict(true);
    void changed(cardQuery(card.id).queryKey);
    return true;
  };

  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mb: 1.5 }}>
        <Typography variant="body2" color="textSecondary">
          {changedLine(translate, state.changedAt, state.changedBy)}
        </Typography>
      </Box>
      {conflict && (
        <Alert
          ref={shown}
          severity="warning"
          role="alert"
          sx={{ mb: 2 }}
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => {
                form.reset(valuesOf(card, code));
                setConflict(false);
              }}
            >
              {translate("form.take-theirs")}
            </Button>
          }
        >
          {translate("form.conflict", { by: state.changedBy ?? "" })}
          <Differences code={code} mine={form.getValues()} theirs={valuesOf(card, code)} />
        </Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} severity="warning" sx={{ mb: 1 }}>
          {translate(`warning.${warning}`)}
        </Alert>
      ))}
      <Form
        draft={{ form: "card", record: `${code}.${card.id}`, subject: card.id, base: state.version, onOther: () => setConflict(true) }}
        form={form}
        send={send}
        onError={onError}
        strip="section."
        submit={translate("form.save")}
      >
        <Stack>
          <Fields card={card} />
          <WaitingChanges changes={waiting} />
          <Unknowns items={[...state.missing, ...Object.keys(card.contents[sections[code].key]?.unknown ?? {})]} />
        </Stack>
      </Form>
    </>
  );
}

/** The changes of [20] registered for this section and not entered yet. */
function useWaiting(card: Card, code: Code) {
  const changes = useQuery(changesQuery(card.id));
  return (changes.data ?? []).filter((c) => c.section === code && !c.enteredOn && !c.withdrawnOn);
}

/** Flags stay flags, empty lists become null, reasons for items that are now known are dropped because they are empty. */
function tidy(values: Section, empty: Section): Section {
  const result: Section = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === "unknown") continue;
    result[name] = value === null && typeof empty[name] === "boolean" ? false : value;
  }
  const reasons = Object.entries(values.unknown ?? {}).filter(([, reason]) => reason);
  result.unknown = reasons.length > 0 ? Object.fromEntries(reasons) : null;
  if (result.values) result.values = Object.fromEntries(Object.entries(result.values).filter(([, value]) => value !== null));
  return result;
}

/** The differences, item by item: what the other person saved, and what is here. */
function Differences({ code, mine, theirs }: { code: Code; mine: Section; theirs: Section }) {
  const translate = useTranslate();
  const { title, say } = useItems();
  const names = Object.keys(theirs).filter((name) => JSON.stringify(mine[name] ?? null) !== JSON.stringify(theirs[name] ?? null));
  const words = (name: string, value: unknown) => say(code, name, value) || translate("form.not-entered");
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          {title(name)}: {words(name, theirs[name])} → {words(name, mine[name])}
        </li>
      ))}
    </ul>
  );
}
