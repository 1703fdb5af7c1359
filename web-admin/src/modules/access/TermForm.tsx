import { Button } from "@mui/material";
import type { ReactNode } from "react";
import { useNotify, useTranslate } from "react-admin";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Schemas, Versioned } from "../../api/client";
import { referenceChanges } from "./api/reference";
import { useChanged } from "../../app/core/api/keys";
import { useConfirmation } from "../../ui/Confirmation";
import type { DraftOf } from "../../ui/drafts/useKeptDraft";
import { Form, Row, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { clean } from "../../ui/clean";

type Named = { nameKy: string; nameRu: string; nameEn: string };

export const namesOf = (before?: Named): Named => ({
  nameKy: before?.nameKy ?? "",
  nameRu: before?.nameRu ?? "",
  nameEn: before?.nameEn ?? "",
});

/** The name of an entry in the three languages of the Base. */
export function ThreeNames() {
  const translate = useTranslate();
  return (
    <Row>
      <Text name="nameKy" label={translate("name.ky")} />
      <Text name="nameRu" label={translate("name.ru")} />
      <Text name="nameEn" label={translate("name.en")} />
    </Row>
  );
}

type Props<T extends FieldValues> = {
  title: string;
  draft: DraftOf;
  form: UseFormReturn<T>;
  /** Posts the entry; empty inputs are omitted from `entry`, names and code stay strings. */
  post: (entry: object, values: T, key: string) => Promise<unknown>;
  /** The consequences of the change if the server requires a confirmation. */
  consequences?: () => Promise<Versioned<Schemas["ConsequencesResponse"]>>;
  onDone: () => void;
  children: ReactNode;
};

/** The form of a dictionary entry with a code, three names and a term: its own fields first, then the names. */
export function TermForm<T extends FieldValues & Named & { code: string }>({
  title,
  draft,
  form,
  post,
  consequences,
  onDone,
  children,
}: Props<T>) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const { ask, dialog } = useConfirmation();
  return (
    <Opened>
      <Panel title={title}>
        <Form
          draft={draft}
          form={form}
          submit={translate("form.save")}
          secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
          send={async (values, key) => {
            const { code, nameKy, nameRu, nameEn } = values;
            const entry = { ...(clean(values) as object), code, nameKy, nameRu, nameEn };
            if (!consequences) await post(entry, values, key);
            else if (!(await ask(title, consequences, (confirm, attempt) => post({ ...entry, confirm }, values, attempt)))) return false;
            await changed(...referenceChanges);
            notify(translate("form.saved"), { type: "success" });
            onDone();
          }}
        >
          <Stack>{children}</Stack>
        </Form>
        {dialog}
      </Panel>
    </Opened>
  );
}
