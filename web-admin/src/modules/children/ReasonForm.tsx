import { Button } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import type { DraftOf } from "../../ui/drafts/useKeptDraft";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Opened } from "../../ui/Opened";
import { caseChanges, useChanged } from "../../app/core/api/keys";

/** An act that needs nothing but a reason. */
export function ReasonForm({
  id,
  draft,
  name = "reason",
  label,
  submit,
  done,
  send,
  onBack,
}: {
  id: string;
  draft: DraftOf;
  /** The server's name for the reason. */
  name?: string;
  label: string;
  submit: string;
  done: string;
  send: (reason: string, key: string) => Promise<unknown>;
  onBack: () => void;
}) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm<Record<string, string>>({ defaultValues: { [name]: "" } });
  return (
    <Opened>
      <Form
        draft={draft}
        form={form}
        idPrefix={`${id}-`}
        submit={submit}
        secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          await send(values[name] ?? "", key);
          await changed(...caseChanges);
          notify(done, { type: "success" });
          onBack();
        }}
      >
        <Stack>
          <Text name={name} label={label} lines={3} />
        </Stack>
      </Form>
    </Opened>
  );
}
