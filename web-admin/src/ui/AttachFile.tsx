import type { ReactNode } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import type { DraftOf } from "./drafts/useKeptDraft";
import { FileField, contentOf } from "./FileField";
import { Form, Row } from "./Form";
import { Text } from "./fields";
import { caseChanges, useChanged } from "../app/core/api/keys";

export type SentFile = { name: string; title: string; content: string };
type Values = { title: string; content: File | null };

/** Sends one file with a short description. */
export function AttachFile({
  draft,
  send,
  idPrefix = "file-",
  secondary,
}: {
  draft: DraftOf;
  send: (file: SentFile, key: string) => Promise<unknown>;
  idPrefix?: string;
  secondary?: ReactNode;
}) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm<Values>({ defaultValues: { title: "", content: null } });
  return (
    <Form
      draft={draft}
      form={form}
      idPrefix={idPrefix}
      submit={translate(form.formState.isSubmitting ? "file.sending" : "file.attach")}
      secondary={secondary}
      send={async ({ title, content }, key) => {
        await send({ name: content?.name ?? "-", title, content: await contentOf(content) }, key);
        notify(translate("file.attached"), { type: "success" });
        form.reset();
        await changed(...caseChanges);
      }}
    >
      <Row>
        <Text name="title" label={translate("file.title")} help={translate("file.title-help")} />
        <FileField name="content" label={translate("file.file")} />
      </Row>
    </Form>
  );
}
