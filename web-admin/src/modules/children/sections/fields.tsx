import { Box, Button, Checkbox, FormControlLabel, Link as MuiLink, Typography } from "@mui/material";
import { type ReactNode, useState } from "react";
import { useTranslate } from "react-admin";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Link } from "react-router-dom";
import type { Schemas } from "../../../api/client";
import { parentStateCodes } from "../../../api/schemaCodes";
import { showDate } from "../../../ui/dates";
import { Row, Stack, useFieldId } from "../../../ui/Form";
import { Check, Choice, Day, Text, YesNo } from "../../../ui/fields";
import { Pick } from "../../../ui/Pick";
import { useReadOnly } from "../../../ui/ReadOnly";
import { useDictionary, useFurtherFields, useName, useTerritoryName } from "../../../ui/reference";
import { Shown } from "../../../ui/Shown";
import { TerritoryPick } from "../../../ui/TerritoryPick";
import { Because } from "../dates";

/** A list of uniform entries, each with its own "remove". */
export function Many({
  name,
  one,
  add,
  empty,
  children,
}: {
  name: string;
  /** The kind of an entry, for its own name: the second relative. */
  one: "document" | "relative" | "payment" | "property";
  add: string;
  empty: Record<string, unknown>;
  children: (at: string, index: number) => ReactNode;
}) {
  const translate = useTranslate();
  const list = useFieldArray({ name });
  const id = useFieldId(name);
  const readOnly = useReadOnly();
  if (readOnly && list.fields.length === 0) return <Shown name={name} label={translate("item.list")} value="" />;
  return (
    <Stack>
      {list.fields.map((entry, index) => (
        <Box
          key={entry.id}
          role="group"
          aria-label={translate(`entry.${one}`, { order: index + 1 })}
          id={`${id}.${index}`}
          sx={{ border: 1, borderColor: "divider", borderRadius: 1, p: 1.5 }}
        >
          {children(`${name}.${index}.`, index)}
          {!readOnly && (
            <Button size="small" color="inherit" onClick={() => list.remove(index)} sx={{ mt: 1 }}>
              {translate("form.remove")}
            </Button>
          )}
        </Box>
      ))}
      {!readOnly && (
        <Box>
          <Button variant="outlined" size="small" onClick={() => list.append(empty)}>
            {add}
          </Button>
        </Box>
      )}
    </Stack>
  );
}

export function DocumentsFields() {
  const translate = useTranslate();
  const kinds = useDictionary("document");
  return (
    <Stack>
      <YesNo name="hasBirthCertificate" label={translate("item.hasBirthCertificate")} />
      <Many
        name="list"
        one="document"
        add={translate("documents.add")}
        empty={{ kind: "", number: "", issuedOn: "", issuedBy: "", validUntil: "" }}
      >
        {(at) => (
          <Row>
            <Choice name={`${at}kind`} label={translate("documents.kind")} options={kinds.options} />
            <Text name={`${at}number`} label={translate("documents.number")} optional />
            <Day name={`${at}issuedOn`} label={translate("documents.issued-on")} optional />
            <Text name={`${at}issuedBy`} label={translate("documents.issued-by")} optional />
            <Day name={`${at}validUntil`} label={translate("documents.valid-until")} optional />
          </Row>
        )}
      </Many>
    </Stack>
  );
}

/** The signal owns the day and place found; the card shows them with a link. */
export function FindingFields({ card }: { card: Schemas["GetCardResponse"] }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const { foundOn, territory: place } = card.contents.finding ?? {};
  return (
    <Stack>
      <Box>
        <Typography>
          {translate("item.foundOn")}: <b>{showDate(foundOn)}</b>, {place && territory(place)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate("finding.by-signal")}{" "}
          {card.signals.map((signal) => (
            <MuiLink key={signal.id} component={Link} to={`/signals/${signal.id}`} sx={{ mr: 1 }}>
              {signal.number}
            </MuiLink>
          ))}
        </Typography>
      </Box>
      <Because name="lateBecause" label={translate("dates.late-because")} />
      <Text name="address" label={translate("field.address")} />
      <Text name="circumstances" label={translate("item.circumstances")} lines={3} />
      <Text name="cameFrom" label={translate("item.cameFrom")} lines={2} />
    </Stack>
  );
}

/** A territory of the republic, or another country. */
function Place({ of, abroad }: { of: "registered" | "actual"; abroad: string }) {
  const translate = useTranslate();
  const form = useFormContext();
  const id = useFieldId(`${of}Abroad`);
  const readOnly = useReadOnly();
  const [elsewhere, setElsewhere] = useState(!!form.getValues(`${of}Country`));
  const change = (next: boolean) => {
    setElsewhere(next);
    form.setValue(next ? `${of}Territory` : `${of}Country`, "", { shouldDirty: true });
  };
  return (
    <Stack>
      {!readOnly && (
        <FormControlLabel
          control={<Checkbox id={id} size="small" checked={elsewhere} onChange={(event) => change(event.target.checked)} />}
          label={translate(abroad)}
        />
      )}
      <Row>
        {elsewhere ? (
          <Text name={`${of}Country`} label={translate(`item.${of}Country`)} />
        ) : (
          <TerritoryPick name={`${of}Territory`} label={translate(`item.${of}Territory`)} all />
        )}
        <Text name={`${of}Address`} label={translate(`item.${of}Address`)} />
      </Row>
    </Stack>
  );
}

export function ResidenceFields() {
  const translate = useTranslate();
  const none = useFormContext().watch("noResidence") as boolean;
  return (
    <Stack>
      <Check name="noResidence" label={translate("residence.none")} exception />
      {!none && (
        <>
          <Place of="registered" abroad="residence.registered-abroad" />
          <Place of="actual" abroad="residence.lives-abroad" />
        </>
      )}
      <Text name="livesWith" label={translate("item.livesWith")} />
    </Stack>
  );
}

export function RelativesFields() {
  const translate = useTranslate();
  const states = parentStateCodes.map((value) => ({ value, label: translate(`parent.${value}`) }));
  return (
    <Stack>
      <Row>
        <Choice name="mother" label={translate("item.mother")} options={states} />
        <Choice name="father" label={translate("item.father")} options={states} />
      </Row>
      <Many name="list" one="relative" add={translate("relatives.add")} empty={noRelative}>
        {(at) => <RelativeFields at={at} />}
      </Many>
    </Stack>
  );
}

export const noRelative = {
  relation: "",
  fullName: "",
  birthDate: "",
  abroadForWork: false,
  country: "",
  whereabouts: "",
  phone: "",
  livesWithChild: false,
};

/** One parent or relative. */
export function RelativeFields({ at }: { at: string }) {
  const translate = useTranslate();
  const relations = useDictionary("relation");
  return (
    <Stack>
      <Row>
        <Choice name={`${at}relation`} label={translate("relatives.relation")} options={relations.options} />
        <Text name={`${at}fullName`} label={translate("field.full-name")} />
        <Day name={`${at}birthDate`} label={translate("field.birth-date")} optional />
        <Text name={`${at}phone`} label={translate("field.phone")} optional />
      </Row>
      <Row>
        <Text name={`${at}whereabouts`} label={translate("relatives.whereabouts")} optional />
        <Text name={`${at}country`} label={translate("relatives.country")} optional />
      </Row>
      <Box>
        <Check name={`${at}abroadForWork`} label={translate("relatives.abroad")} />
        <Check name={`${at}livesWithChild`} label={translate("relatives.lives-with")} />
      </Box>
    </Stack>
  );
}

export function DisabilityFields() {
  const translate = useTranslate();
  const groups = useDictionary("disability");
  const has = useFormContext().watch("has") as boolean | null;
  return (
    <Stack>
      <YesNo name="has" label={translate("item.has")} />
      {has && (
        <>
          <Row>
            <Choice name="group" label={translate("item.group")} options={groups.options} />
            <Day name="since" label={translate("item.since")} />
            <Day name="until" label={translate("item.until")} />
          </Row>
          <Text name="examination" label={translate("item.examination")} optional />
          <Text name="needs" label={translate("item.needs")} optional lines={2} />
        </>
      )}
    </Stack>
  );
}

export function PaymentsFields() {
  const translate = useTranslate();
  const kinds = useDictionary("payment");
  return (
    <Stack>
      <YesNo name="receivesAny" label={translate("item.receivesAny")} />
      <Many name="list" one="payment" add={translate("payments.add")} empty={{ kind: "", received: true, since: "", until: "" }}>
        {(at) => (
          <Stack>
            <Row>
              <Choice name={`${at}kind`} label={translate("payments.kind")} options={kinds.options} />
              <Day name={`${at}since`} label={translate("item.since")} optional />
              <Day name={`${at}until`} label={translate("item.until")} optional />
            </Row>
            <Check name={`${at}received`} label={translate("payments.received")} />
          </Stack>
        )}
      </Many>
    </Stack>
  );
}

export function PropertyFields() {
  const translate = useTranslate();
  const kinds = useDictionary("property");
  const assigned = useFormContext().watch("housingAssigned") as boolean | null;
  return (
    <Stack>
      <YesNo name="housingAssigned" label={translate("item.housingAssigned")} />
      {assigned && (
        <Row>
          <Text name="housingAddress" label={translate("item.housingAddress")} />
          <Text name="housingDocument" label={translate("item.housingDocument")} optional />
        </Row>
      )}
      <YesNo name="hasOther" label={translate("item.hasOther")} />
      <Many name="list" one="property" add={translate("property.add")} empty={{ kind: "", description: "" }}>
        {(at) => (
          <Row>
            <Choice name={`${at}kind`} label={translate("property.kind")} options={kinds.options} />
            <Text name={`${at}description`} label={translate("property.description")} />
          </Row>
        )}
      </Many>
    </Stack>
  );
}

export function LegalStatusFields() {
  const translate = useTranslate();
  const statuses = useDictionary("legal-status");
  const causes = useDictionary("cause");
  const none = useFormContext().watch("noSpecialStatus") as boolean;
  return (
    <Stack>
      <Check name="noSpecialStatus" label={translate("legal-status.none")} exception />
      {!none && <Pick multiple name="statuses" label={translate("item.statuses")} options={statuses.options} />}
      <Pick multiple name="causes" label={translate("item.causes")} options={causes.options} />
      <Row>
        <Day name="since" label={translate("item.since")} optional />
        <Text name="ground" label={translate("item.ground")} optional />
      </Row>
    </Stack>
  );
}

/** [17.9] The open list: fields that the administrator defined. */
export function FurtherFields() {
  const known = useFurtherFields();
  const translate = useTranslate();
  const values = useFormContext().watch("values") as Record<string, string> | undefined;
  const fields = known.filter((f) => !f.ended || values?.[f.code]);
  if (fields.length === 0) return <Box sx={{ color: "text.secondary" }}>{translate("further.empty")}</Box>;
  return (
    <Stack>
      {fields.map((field) => (
        <FurtherField key={field.code} field={field} />
      ))}
    </Stack>
  );
}

function FurtherField({ field }: { field: ReturnType<typeof useFurtherFields>[number] }) {
  const label = useName()(field);
  const choices = useDictionary(field.choices ?? "");
  const name = `values.${field.code}`;
  if (field.kind === "choice") return <Choice name={name} label={label} optional options={choices.options} />;
  if (field.kind === "date") return <Day name={name} label={label} optional />;
  return (
    <Text
      name={name}
      label={label}
      optional
      lines={field.kind === "text" ? 2 : undefined}
      width={field.kind === "number" ? 200 : undefined}
    />
  );
}
