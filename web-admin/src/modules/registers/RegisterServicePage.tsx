import { Alert, Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { ApiError, api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { registerChanges, registerServiceQuery } from "./api/registers";
import { useConfirmation } from "../../ui/Confirmation";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, PinField, Text } from "../../ui/fields";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { atLines, fieldsOf, linesOf, requestOf } from "./mapping";

type Kind = Schemas["RegisterKind"];

/** [18, 5.admin] Where one fact is queried and how the answer is read; tested with a number before it is switched on. */
export function RegisterServicePage() {
  const { kind = "person" } = useParams<{ kind: Kind }>();
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const stored = useQuery(registerServiceQuery(kind));
  const service = stored.data?.data.service;
  const form = useForm({
    defaultValues: {
      protocol: "soap" as Schemas["RegisterProtocol"],
      member: "",
      code: "",
      serviceVersion: "",
      namespace: "",
      path: "",
      items: "",
      request: "",
      fields: "",
      assumed: false,
      isOn: false,
    },
    values: useMemo(
      () =>
        service && {
          ...service,
          serviceVersion: service.serviceVersion ?? "",
          namespace: service.namespace ?? "",
          path: service.path ?? "",
          items: service.items ?? "",
          ...linesOf(service),
        },
      [service],
    ),
  });
  const { ask, dialog } = useConfirmation();
  if (stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.registers")}>
        <Failure error={stored.error} again={() => void stored.refetch()} />
      </Page>
    );
  const soap = form.watch("protocol") === "soap";
  return (
    <Page title={translate(`register.${kind}`)} subtitle={translate("menu.registers")}>
      {service?.assumed && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate("registers.assumed-help")}
        </Alert>
      )}
      <Form
        draft={{ form: "register-service", record: kind }}
        form={form}
        strip="service."
        idPrefix="register-"
        submit={translate("form.save")}
        secondary={<Button onClick={() => navigate("/registers")}>{translate("form.back")}</Button>}
        send={async ({ request, fields, ...values }) => {
          const service = {
            ...values,
            serviceVersion: values.serviceVersion || null,
            namespace: values.namespace || null,
            path: values.path || null,
            items: values.items || null,
            request: requestOf(request),
            fields: fieldsOf(fields),
          };
          const path = { kind };
          const did = await ask(
            translate("registers.turn-off"),
            () => api.get("/api/integration/registers/{kind}/consequences", { path }),
            (confirm) =>
              api
                .put("/api/integration/registers/{kind}", { path, body: { service, confirm }, version: stored.data.version })
                .catch((error: unknown) => {
                  throw error instanceof ApiError ? atLines(error, (number) => translate("registers.line", { number })) : error;
                }),
          );
          if (!did) return false;
          await changed(...registerChanges);
          notify(translate("form.saved"), { type: "success" });
        }}
      >
        <Panel>
          <Stack>
            <Choice
              name="protocol"
              label={translate("registers.protocol")}
              options={[
                { value: "soap", label: "SOAP 4.0" },
                { value: "rest", label: "REST r1" },
              ]}
            />
            <Text name="member" label={translate("registers.member")} help={translate("registers.member-help")} mono />
            <Row>
              <Text name="code" label={translate("registers.code")} mono />
              {soap && <Text name="serviceVersion" label={translate("registers.version")} optional mono />}
            </Row>
            {soap ? (
              <Text name="namespace" label={translate("registers.namespace")} mono />
            ) : (
              <Text name="path" label={translate("registers.path")} help={translate("registers.path-help")} optional mono />
            )}
            <Text
              name="request"
              label={translate("registers.request")}
              help={translate("registers.request-help")}
              lines={2}
              optional
              mono
            />
            <Text name="items" label={translate("registers.items")} help={translate("registers.items-help")} optional mono />
            <Text
              name="fields"
              label={translate("registers.fields")}
              help={translate("registers.fields-help", { fields: stored.data.data.facts.join(", ") })}
              lines={6}
              mono
            />
            <Check name="assumed" label={translate("registers.is-assumed")} />
            <Check name="isOn" label={translate("registers.is-on")} />
          </Stack>
        </Panel>
      </Form>
      {dialog}
      <Box sx={{ mt: 3 }}>
        <Trial kind={kind} />
      </Box>
    </Page>
  );
}

/** Tries the saved configuration. The administrator checks a mapping, not a person: only the form of the values is shown. */
function Trial({ kind }: { kind: Kind }) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: { pin: "" } });
  const tried = useMutation({
    mutationFn: async (pin: string) => (await api.post("/api/integration/registers/{kind}/try", { path: { kind }, body: { pin } })).data,
  });
  const result = tried.data;
  return (
    <Panel title={translate("registers.try")}>
      <Typography sx={{ mb: 1.5 }}>{translate("registers.try-help")}</Typography>
      <Form
        draft={null}
        form={form}
        idPrefix="try-"
        submit={translate("registers.try")}
        send={async ({ pin }) => {
          await tried.mutateAsync(pin);
        }}
      >
        <PinField name="pin" label={translate("item.pin")} />
      </Form>
      {result && (
        <Box role="status" sx={{ mt: 2 }}>
          <Alert severity={result.outcome === "found" ? "success" : result.outcome === "not-found" ? "info" : "warning"}>
            {translate(`register-outcome.${result.outcome}`)}
            {result.fault && ` (${result.fault})`} · {result.milliseconds} ms
          </Alert>
          <Box component="ul" sx={{ pl: 2.5 }}>
            {result.fields.map((f) => (
              <Typography component="li" key={f.field} sx={{ overflowWrap: "anywhere" }}>
                <code>{f.field}</code>: {f.shape}
              </Typography>
            ))}
            {result.unmapped.map((code) => (
              <Typography component="li" key={code} color="warning.main">
                {translate("registers.unmapped")}: <code>{code}</code>
              </Typography>
            ))}
          </Box>
        </Box>
      )}
    </Panel>
  );
}
