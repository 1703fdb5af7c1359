import { Alert, Box, Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useFieldArray, useForm, useFormContext } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { bodyKindCodes, bodyLevelCodes } from "../../api/schemaCodes";
import { accessChanges } from "./api/accounts";
import { useChanged } from "../../app/core/api/keys";
import { bodyQuery } from "./api/bodies";
import { useMay } from "../../app/core/me";
import { useConfirmation } from "../../ui/Confirmation";
import { showTime } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Text } from "../../ui/fields";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useReadOnly } from "../../ui/ReadOnly";
import { clean } from "../../ui/clean";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { Refusal, useAct } from "../../ui/Refusal";

type Body = Schemas["BodyData"];
const empty = {
  nameKy: "",
  nameRu: "",
  inn: "",
  address: "",
  kind: "",
  level: "local",
  territory: "",
  departments: [] as { id: string; parentId: string | null; nameKy: string; nameRu: string }[],
};

/** [16.1, 16.2] A body with its taxpayer number, address and departmental structure. */
export function BodyForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const changed = useChanged();
  const mayManage = useMay("manage-bodies");
  const stored = useQuery({ ...bodyQuery(id!), enabled: !!id });
  const form = useForm<typeof empty>({
    values: useMemo(() => ({ ...empty, ...(stored.data?.data.body as Partial<typeof empty> | undefined) }), [stored.data]),
    resetOptions: { keepDirtyValues: true },
  });
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.bodies")}>
        <Failure error={stored.error} />
      </Page>
    );
  return (
    <Page title={translate(id ? "body.one" : "body.register")}>
      <Form
        draft={{ form: "body", record: id }}
        form={form}
        readOnly={!mayManage}
        strip="body."
        submit={translate("form.save")}
        secondary={<Button onClick={() => navigate("/bodies")}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          const body = {
            ...(clean(values) as object),
            nameKy: values.nameKy,
            nameRu: values.nameRu,
            inn: values.inn,
            address: values.address,
            territory: values.territory ?? "",
            kind: values.kind || "other",
          } as Body;
          if (id) await api.put("/api/access/bodies/{id}", { path: { id }, body: { body }, version: stored.data!.version });
          else await api.post("/api/access/bodies", { body: { body }, idempotencyKey: key });
          await changed(...accessChanges);
          notify(translate("form.saved"), { type: "success" });
          void navigate("/bodies");
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
                label={translate("body.kind")}
                options={bodyKindCodes.map((value) => ({ value, label: translate(`body-kind.${value}`) }))}
              />
              <Choice
                name="level"
                label={translate("body.level")}
                options={bodyLevelCodes.map((value) => ({
                  value,
                  label: translate(`body-level.${value}`),
                }))}
              />
            </Row>
            <TerritoryPick name="territory" label={translate("field.territory")} all level={1} />
            <Text name="address" label={translate("field.address")} />
          </Stack>
        </Panel>
        <Panel title={translate("body.structure")}>
          <Departments />
        </Panel>
      </Form>
      {id && mayManage && stored.data && <Suspension body={stored.data.data} version={stored.data.version} />}
    </Page>
  );
}

/** [15.2] Suspends a body with all its people and systems, and resumes it. */
function Suspension({ body: { id, suspendedAt, suspendReason }, version }: { body: Schemas["GetBodyResponse"]; version: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  const { ask, dialog } = useConfirmation();
  const done = async (text: string) => {
    await changed(...accessChanges);
    notify(translate(text), { type: "success" });
  };
  const { act, error } = useAct();
  const resume = () =>
    act(async () => {
      await api.post("/api/access/bodies/{id}/resume", { path: { id }, version });
      await done("body.resumed");
    });
  if (suspendedAt)
    return (
      <Alert
        severity="warning"
        sx={{ mt: 2 }}
        action={
          <Button color="inherit" onClick={resume}>
            {translate("body.resume")}
          </Button>
        }
      >
        {translate("body.suspended-since", { since: showTime(suspendedAt) })} {suspendReason}
        <Refusal error={error} />
      </Alert>
    );
  return (
    <Panel title={translate("body.suspend")} sx={{ mt: 2 }}>
      <Form
        draft={{ form: "suspend-body", record: id }}
        form={form}
        idPrefix="suspend-"
        submit={translate("body.suspend")}
        send={async ({ reason }) => {
          const did = await ask(
            translate("body.suspend"),
            () => api.get("/api/access/bodies/{id}/consequences", { path: { id } }),
            (confirm, idempotencyKey) =>
              api.post("/api/access/bodies/{id}/suspend", { path: { id }, body: { reason, confirm }, version, idempotencyKey }),
          );
          if (!did) return false;
          form.reset();
          await done("body.suspended");
        }}
      >
        <Text name="reason" label={translate("account.reason")} />
      </Form>
      {dialog}
    </Panel>
  );
}

/** The departmental structure: a department may belong to a higher one. */
function Departments() {
  const translate = useTranslate();
  const list = useFieldArray({ name: "departments", keyName: "key" });
  const readOnly = useReadOnly();
  const rows = useFormContext().watch("departments") as typeof empty.departments;
  // a department comes after its parent
  const depthOf = (index: number): number => {
    const above = rows.findIndex((d) => d.id === rows[index]?.parentId);
    return above < 0 || above >= index ? 0 : depthOf(above) + 1;
  };
  return (
    <Stack>
      {list.fields.map((entry, index) => (
        <Box
          key={entry.key}
          role="group"
          aria-label={translate("entry.department", { order: index + 1 })}
          data-depth={depthOf(index)}
          sx={{
            border: 1,
            borderColor: "divider",
            borderLeft: depthOf(index) > 0 ? 4 : 1,
            borderRadius: 1,
            p: 1.5,
            ml: { xs: depthOf(index), sm: depthOf(index) * 4 },
          }}
        >
          <Row>
            <Text name={`departments.${index}.nameKy`} label={translate("body.name-ky")} />
            <Text name={`departments.${index}.nameRu`} label={translate("body.name-ru")} />
            <Choice
              name={`departments.${index}.parentId`}
              label={translate("body.parent")}
              optional
              options={rows.slice(0, index).map((d) => ({ value: d.id, label: d.nameKy || d.nameRu }))}
            />
          </Row>
          {!readOnly && (
            <Button size="small" color="inherit" onClick={() => list.remove(index)} sx={{ mt: 1 }}>
              {translate("form.remove")}
            </Button>
          )}
        </Box>
      ))}
      {!readOnly && (
        <Box>
          <Button
            variant="outlined"
            size="small"
            onClick={() => list.append({ id: crypto.randomUUID(), parentId: null, nameKy: "", nameRu: "" })}
          >
            {translate("body.add-department")}
          </Button>
        </Box>
      )}
    </Stack>
  );
}
