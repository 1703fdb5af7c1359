import { Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { institutionKindCodes, ownershipCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { institutionChanges, institutionQuery } from "./api/institutions";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { PointFields } from "../../ui/PointFields";
import { clean } from "../../ui/clean";
import { TerritoryPick } from "../../ui/TerritoryPick";

const empty = {
  nameKy: "",
  nameRu: "",
  inn: "",
  ownership: "",
  kind: "",
  address: "",
  territory: "",
  capacity: "",
  accreditation: "",
  accreditedFrom: "",
  accreditedUntil: "",
  latitude: "",
  longitude: "",
  staff: "",
  director: "",
  phone: "",
  email: "",
  services: "",
};

const numberOf = (text: string) => (String(text ?? "").trim() === "" ? null : Number(String(text).replace(",", ".")));

/** [5.admin] Registers an institution or changes its data; previous values are kept. */
export function InstitutionForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const stored = useQuery({ ...institutionQuery(id!), enabled: !!id });
  const form = useForm<typeof empty>({
    values: useMemo(() => {
      const known = Object.entries(stored.data?.data.institution ?? {}).map(([key, value]) => [key, value === null ? "" : String(value)]);
      return { ...empty, ...(Object.fromEntries(known) as Partial<typeof empty>) };
    }, [stored.data]),
    resetOptions: { keepDirtyValues: true },
  });
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.institutions")}>
        <Failure error={stored.error} />
      </Page>
    );
  const back = id ? `/institutions/${id}` : "/institutions";
  return (
    <Page title={translate(id ? "institution.change" : "institution.register")}>
      <Form
        draft={{ form: "institution", record: id }}
        form={form}
        strip="institution."
        submit={translate("form.save")}
        secondary={<Button onClick={() => navigate(back)}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          const institution = {
            ...(clean(values) as object),
            nameKy: values.nameKy,
            nameRu: values.nameRu,
            inn: values.inn,
            address: values.address,
            territory: values.territory ?? "",
            capacity: numberOf(values.capacity) ?? 0,
            staff: numberOf(values.staff),
            latitude: numberOf(values.latitude),
            longitude: numberOf(values.longitude),
            ownership: values.ownership || "state",
            kind: values.kind || "other",
          } as Schemas["InstitutionData"];
          if (id) await api.put("/api/institutions/{id}", { path: { id }, body: { institution }, version: stored.data!.version });
          else await api.post("/api/institutions", { body: { institution }, idempotencyKey: key });
          await changed(...institutionChanges);
          notify(translate("form.saved"), { type: "success" });
          void navigate(back);
        }}
      >
        <Panel>
          <Stack>
            <Text name="nameKy" label={translate("body.name-ky")} />
            <Text name="nameRu" label={translate("body.name-ru")} />
            <Row>
              <Text name="inn" label={translate("body.inn")} width={220} mono />
              <Choice
                name="kind"
                label={translate("institution.kind")}
                options={institutionKindCodes.map((value) => ({ value, label: translate(`institution-kind.${value}`) }))}
              />
              <Choice
                name="ownership"
                label={translate("institution.ownership")}
                options={ownershipCodes.map((value) => ({ value, label: translate(`ownership.${value}`) }))}
              />
            </Row>
            <TerritoryPick name="territory" label={translate("field.territory")} all />
            <Text name="address" label={translate("field.address")} />
            <Row>
              <Text name="capacity" label={translate("institution.capacity")} width={120} mono />
              <Text name="staff" label={translate("institution.staff")} width={120} mono optional />
            </Row>
            <PointFields />
          </Stack>
        </Panel>
        <Panel title={translate("institution.accreditation")}>
          <Row>
            <Text name="accreditation" label={translate("institution.accreditation-number")} optional />
            <Day name="accreditedFrom" label={translate("institution.accredited-from")} optional />
            <Day name="accreditedUntil" label={translate("institution.accredited-until")} optional />
          </Row>
        </Panel>
        <Panel title={translate("institution.contacts")}>
          <Stack>
            <Row>
              <Text name="director" label={translate("institution.director")} optional />
              <Text name="phone" label={translate("field.phone")} optional />
              <Text name="email" label={translate("institution.email")} optional />
            </Row>
            <Text name="services" label={translate("institution.services")} lines={3} optional />
          </Stack>
        </Panel>
      </Form>
    </Page>
  );
}
