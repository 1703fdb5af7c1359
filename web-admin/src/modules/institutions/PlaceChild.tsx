import { useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { placementKindCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { institutionChanges, placesQuery } from "./api/institutions";
import { today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { isInInstitution } from "./isInInstitution";

const empty = {
  kind: "",
  from: today(),
  decidedOn: today(),
  legalGround: "",
  decision: "",
  decidedBy: "",
  institutionId: "",
  carer: "",
  gap: "",
  beyondCapacity: "",
};

/** Enters where the child lives from a given day on; the required fields depend on the kind of place. */
export function PlaceChild({ childId, last }: { childId: string; last?: Schemas["PlacementView"] }) {
  const translate = useTranslate();
  const name = useName();
  const territory = useTerritoryName();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: empty });
  const [kind, chosen, from] = form.watch(["kind", "institutionId", "from"]);
  const places = useQuery(placesQuery);
  const place = places.data?.find((p) => p.id === chosen);
  const inInstitution = isInInstitution(kind);
  return (
    <Panel title={translate("placement.place")}>
      <Form
        draft={{ form: "place-child", record: childId, subject: childId }}
        form={form}
        idPrefix="place-"
        submit={translate("placement.place")}
        send={async (values, idempotencyKey) => {
          const body = {
            ...values,
            kind: values.kind || "other",
            institutionId: inInstitution ? values.institutionId || null : null,
            carer: inInstitution ? null : values.carer,
          } as Schemas["PlacementDecision"];
          await api.post("/api/institutions/placements/of-child/{id}", { path: { id: childId }, body, idempotencyKey });
          form.reset(empty);
          notify(translate("form.saved"), { type: "success" });
          await changed(...institutionChanges);
        }}
      >
        <Stack>
          <Row>
            <Choice
              name="kind"
              label={translate("placement.kind")}
              options={placementKindCodes.map((value) => ({ value, label: translate(`placement-kind.${value}`) }))}
            />
            <Day name="from" label={translate("placement.from")} />
          </Row>
          {inInstitution && (
            <Pick
              name="institutionId"
              label={translate("placement.institution")}
              options={(places.data ?? []).map((p) => ({
                value: p.id,
                label: `${name(p)} — ${territory(p.territory)} · ${translate(`vacancy.${p.vacancy}`)}`,
              }))}
            />
          )}
          {!inInstitution && kind && kind !== "own-family" && <Text name="carer" label={translate("placement.carer")} />}
          {place && place.vacancy === "none" && <Text name="beyondCapacity" label={translate("placement.beyond-capacity")} lines={2} />}
          {last?.until && from > last.until && <Text name="gap" label={translate("placement.gap")} optional />}
          <Row>
            <Text name="legalGround" label={translate("placement.legal-ground")} />
            <Text name="decision" label={translate("placement.decision")} />
          </Row>
          <Row>
            <Text name="decidedBy" label={translate("placement.decided-by")} />
            <Day name="decidedOn" label={translate("placement.decided-on")} />
          </Row>
        </Stack>
      </Form>
    </Panel>
  );
}
