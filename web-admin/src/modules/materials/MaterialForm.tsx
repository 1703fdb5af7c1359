import { Alert, Box, Button, Link as Anchor, Tab, Tabs, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm, useFormContext } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { materialKindCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { materialChanges, materialDraftQuery } from "./api/materials";
import { useConfirmation } from "../../ui/Confirmation";
import { showTime } from "../../ui/dates";
import { contentOf, FileField, sizeOf } from "../../ui/FileField";
import { Form, Row, Stack } from "../../ui/Form";
import { Choice, Text } from "../../ui/fields";
import { LocalTextFields, noText } from "../../ui/LocalText";
import { Markdown } from "../../ui/Markdown";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { Refusal, useAct } from "../../ui/Refusal";

type Draft = Schemas["GetMaterialDraftResponse"];
const empty = { kind: "news" as Schemas["MaterialKind"], title: noText, text: noText, screen: "", clause: "" };

/** [11.6] Writes a material in three languages, previews it as readers will see it, publishes and withdraws it. */
export function MaterialForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const stored = useQuery({ ...materialDraftQuery(id!), enabled: !!id });
  const known = stored.data?.data.material;
  const form = useForm({
    defaultValues: empty,
    values: useMemo(() => (known ? { ...known, screen: known.screen ?? "", clause: known.clause ?? "" } : undefined), [known]),
  });
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("material.edit")}>
        <Failure error={stored.error} />
      </Page>
    );
  const title = translate(id ? "material.edit" : "material.create");
  return (
    <Page title={title}>
      {stored.data && <State draft={stored.data.data} version={stored.data.version} dirty={form.formState.isDirty} />}
      <Form
        draft={{ form: "material", record: id }}
        form={form}
        strip="material."
        submit={translate("material.save-draft")}
        secondary={<Button onClick={() => navigate("/materials/drafts")}>{translate("form.back")}</Button>}
        send={async (values, idempotencyKey) => {
          const material = { ...values, screen: values.screen || null, clause: values.clause || null };
          if (id) await api.put("/api/reporting/material-drafts/{id}", { path: { id }, body: { material }, version: stored.data!.version });
          else {
            const { data } = await api.post("/api/reporting/material-drafts", { body: { material }, idempotencyKey });
            void navigate(`/materials/${data.id}/edit`, { replace: true });
          }
          await changed(...materialChanges);
          notify(translate("form.saved"), { type: "success" });
        }}
      >
        <Panel>
          <Stack>
            <Row>
              <Choice
                name="kind"
                label={translate("material.kind")}
                options={materialKindCodes.map((value) => ({ value, label: translate(`material-kind.${value}`) }))}
              />
              <Text name="clause" label={translate("material.clause")} optional width={160} />
              <Text name="screen" label={translate("material.screen")} help={translate("material.screen-help")} optional width={220} />
            </Row>
            <LocalTextFields name="title" label={translate("material.title")} />
            <Typography color="textSecondary">{translate("material.markdown-help")}</Typography>
            <LocalTextFields name="text" label={translate("material.text")} lines={8} />
          </Stack>
        </Panel>
        <Preview />
      </Form>
      {id && stored.data && <Files id={id} draft={stored.data.data} />}
      {stored.data && <Editions draft={stored.data.data} />}
    </Page>
  );
}

/** What readers currently see, and what can be done about it. */
function State({ draft, version, dirty }: { draft: Draft; version: string; dirty: boolean }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const { ask, dialog } = useConfirmation();
  const { act: run, error } = useAct();
  const act = (what: Schemas["MaterialAct"]) =>
    run(async () => {
      const path = { id: draft.id };
      const did = await ask(
        translate(`material.${what}`),
        () => api.get("/api/reporting/material-drafts/{id}/consequences", { path, query: { act: what } }),
        (confirm, idempotencyKey) =>
          api.post(what === "publish" ? "/api/reporting/material-drafts/{id}/publish" : "/api/reporting/material-drafts/{id}/withdraw", {
            path,
            body: { confirm },
            version,
            idempotencyKey,
          }),
        { always: true },
      );
      if (!did) return;
      await changed(...materialChanges);
      notify(translate(`material.${what}-done`), { type: "success" });
    });
  return (
    <Alert
      severity={draft.isPublished && !draft.isChanged ? "success" : "info"}
      sx={{ mb: 2, "& .MuiAlert-action": { flexWrap: "wrap" } }}
      action={
        <>
          {(draft.isChanged || !draft.isPublished) && (
            <Button color="inherit" disabled={dirty} onClick={() => act("publish")}>
              {translate("material.publish")}
            </Button>
          )}
          {draft.isPublished && (
            <Button color="inherit" onClick={() => act("withdraw")}>
              {translate("material.withdraw")}
            </Button>
          )}
        </>
      }
    >
      {translate(draft.isPublished ? (draft.isChanged ? "material.is-changing" : "material.is-published") : "material.is-not-published")}
      {dirty && ` ${translate("material.save-first")}`}
      <Refusal error={error} />
      {dialog}
    </Alert>
  );
}

function Preview() {
  const translate = useTranslate();
  const [language, setLanguage] = useState<"ky" | "ru" | "en">("ky");
  const text = useFormContext<typeof empty>().watch(`text.${language}`);
  return (
    <Panel title={translate("material.preview")}>
      <Tabs
        value={language}
        onChange={(_, value: typeof language) => setLanguage(value)}
        sx={{ mb: 1 }}
        aria-label={translate("material.preview")}
      >
        {(["ky", "ru", "en"] as const).map((l) => (
          <Tab key={l} value={l} label={translate(`language.${l}`)} />
        ))}
      </Tabs>
      <Markdown text={text} />
    </Panel>
  );
}

function Files({ id, draft }: { id: string; draft: Draft }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { language: "ky", title: "", content: null as File | null } });
  const { ask, dialog } = useConfirmation();
  const { act, error } = useAct();
  const remove = (file: string) =>
    act(async () => {
      const path = { id: file };
      const did = await ask(
        translate("form.remove"),
        () => api.get("/api/reporting/material-files/{id}/consequences", { path }),
        (confirm, idempotencyKey) => api.post("/api/reporting/material-files/{id}/remove", { path, body: { confirm }, idempotencyKey }),
        { always: true },
      );
      if (did) await changed(...materialChanges);
    });
  return (
    <Panel title={translate("file.files")}>
      <Box component="ul" sx={{ pl: 2.5, mt: 0 }}>
        {draft.files.map((file) => (
          <li key={file.id}>
            {draft.isPublished ? (
              <Anchor href={`/api/reporting/material-files/${file.id}`} download>
                {file.title}
              </Anchor>
            ) : (
              file.title
            )}{" "}
            ({translate(`language.${file.language}`)}, {sizeOf(file.size, translate)}){" "}
            <Button size="small" color="inherit" aria-label={`${translate("form.remove")}: ${file.title}`} onClick={() => remove(file.id)}>
              {translate("form.remove")}
            </Button>
          </li>
        ))}
      </Box>
      <Refusal error={error} />
      <Form
        draft={{ form: "material-file", record: id }}
        form={form}
        idPrefix="material-file-"
        submit={translate("file.attach")}
        send={async ({ language, title, content }, idempotencyKey) => {
          const body = { language, title, content: await contentOf(content) };
          await api.post("/api/reporting/material-drafts/{id}/files", { path: { id }, body, idempotencyKey });
          form.reset();
          notify(translate("file.attached"), { type: "success" });
          await changed(...materialChanges);
        }}
      >
        <Row>
          <Choice
            name="language"
            label={translate("app.language")}
            options={["ky", "ru", "en"].map((value) => ({ value, label: translate(`language.${value}`) }))}
          />
          <Text name="title" label={translate("material.file-title")} />
          <FileField name="content" label={translate("file.file")} />
        </Row>
      </Form>
      {dialog}
    </Panel>
  );
}

const Editions = ({ draft }: { draft: Draft }) => {
  const translate = useTranslate();
  return (
    <Panel title={translate("material.editions")}>
      <Box component="ul" sx={{ pl: 2.5, m: 0 }}>
        {draft.editions.map((edition) => (
          <li key={edition.number}>
            {translate("material.edition")} {edition.number} ·{" "}
            {edition.publishedAt
              ? `${showTime(edition.publishedAt)} · ${edition.by ?? translate("material.with-the-base")}`
              : translate("material-state.draft")}
          </li>
        ))}
      </Box>
    </Panel>
  );
};
