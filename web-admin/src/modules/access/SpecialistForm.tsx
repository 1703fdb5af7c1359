import { Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { accessChanges } from "./api/accounts";
import { useChanged } from "../../app/core/api/keys";
import { bodyQuery } from "./api/bodies";
import { specialistQuery } from "./api/specialists";
import { useMay } from "../../app/core/me";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, PinField, Text } from "../../ui/fields";
import { BodyPick } from "../../ui/SearchPick";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { clean } from "../../ui/clean";

const empty = {
  bodyId: "",
  departmentId: "",
  surname: "",
  name: "",
  patronymic: "",
  pin: "",
  position: "",
  phone: "",
  email: "",
  headsBody: false,
};

/** [16.3, 16.4] A responsible specialist. */
export function SpecialistForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const name = useName();
  const mayGrant = useMay("manage-accounts");
  const stored = useQuery({ ...specialistQuery(id!), enabled: !!id });
  const form = useForm<typeof empty>({
    values: useMemo(
      () => ({
        ...empty,
        ...Object.fromEntries(Object.entries(stored.data?.data.specialist ?? {}).filter(([, v]) => v !== null)),
      }),
      [stored.data],
    ),
    resetOptions: { keepDirtyValues: true },
  });
  const bodyId = form.watch("bodyId");
  const body = useQuery({ ...bodyQuery(bodyId), enabled: !!bodyId });
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.specialists")}>
        <Failure error={stored.error} />
      </Page>
    );
  return (
    <Page
      title={translate(id ? "specialist.one" : "specialist.register")}
      actions={
        id &&
        mayGrant && (
          <Button variant="outlined" onClick={() => navigate(`/accounts/new?specialist=${id}`)}>
            {translate("account.grant")}
          </Button>
        )
      }
    >
      <Panel>
        <Form
          draft={{ form: "specialist", record: id }}
          form={form}
          strip="specialist."
          submit={translate("form.save")}
          secondary={<Button onClick={() => navigate("/specialists")}>{translate("form.back")}</Button>}
          send={async (values, key) => {
            const specialist = {
              ...(clean(values) as object),
              surname: values.surname,
              name: values.name,
              pin: values.pin,
              position: values.position,
              bodyId: values.bodyId,
            } as Schemas["SpecialistData"];
            let saved = id;
            if (id) await api.put("/api/access/specialists/{id}", { path: { id }, body: { specialist }, version: stored.data!.version });
            else saved = (await api.post("/api/access/specialists", { body: { specialist }, idempotencyKey: key })).data.id;
            await changed(...accessChanges);
            notify(translate("form.saved"), { type: "success" });
            void navigate(id || !mayGrant ? "/specialists" : `/accounts/new?specialist=${saved}`);
          }}
        >
          <Stack>
            <BodyPick name="bodyId" label={translate("account.body")} />
            {(body.data?.data.body.departments ?? []).length > 0 && (
              <Choice
                name="departmentId"
                label={translate("specialist.department")}
                optional
                options={(body.data?.data.body.departments ?? []).map((d) => ({ value: d.id, label: name(d) }))}
              />
            )}
            <Row>
              <Text name="surname" label={translate("field.surname")} />
              <Text name="name" label={translate("field.name")} />
              <Text name="patronymic" label={translate("field.patronymic")} optional />
            </Row>
            <Row>
              <PinField name="pin" label={translate("field.pin")} />
              <Text name="position" label={translate("account.position")} />
            </Row>
            <Row>
              <Text name="phone" label={translate("field.phone")} optional />
              <Text name="email" label={translate("field.email")} optional />
            </Row>
            <Check name="headsBody" label={translate("specialist.heads-body")} />
          </Stack>
        </Form>
      </Panel>
    </Page>
  );
}
