import { Alert, Button, Dialog, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { ApiError, type Schemas, type Versioned } from "../api/client";
import { key as keyOf } from "../app/core/api/keys";
import { Form, Stack } from "./Form";
import { Text } from "./fields";
import { Failure, Loading } from "./Page";

type Consequences = Schemas["ConsequencesResponse"];
type Act = (confirm: string, key: string) => Promise<unknown>;
type Asked = {
  title: string;
  load: () => Promise<Versioned<Consequences>>;
  act: Act;
  done: (did: boolean) => void;
  fail: (why: unknown) => void;
};

const isUnconfirmed = (error: unknown) =>
  error instanceof ApiError && (error.problem.errors ?? []).some((e) => e.field === "confirm" && e.code === "confirm.differs");

/**
 * Before a far-reaching act: its consequences, and a name to be typed. `ask` resolves to true if the act was done and to false if it was cancelled; a
 * refusal unrelated to the name is thrown to the calling form. An act that needs a confirmation only sometimes is tried first: the server decides.
 */
export function useConfirmation() {
  const [asked, setAsked] = useState<Asked>();
  const open = (title: string, load: Asked["load"], act: Act) =>
    new Promise<boolean>((done, fail) => {
      const close =
        <T,>(then: (value: T) => void) =>
        (value: T) => {
          setAsked(undefined);
          then(value);
        };
      setAsked({ title, load, act, done: close(done), fail: close(fail) });
    });
  return {
    ask: async (title: string, load: Asked["load"], act: Act, { always = false }: { always?: boolean } = {}) => {
      if (always) return open(title, load, act);
      try {
        await act("", crypto.randomUUID());
        return true;
      } catch (error) {
        if (!isUnconfirmed(error)) throw error;
        return open(title, load, act);
      }
    },
    dialog: asked && <ConfirmationDialog {...asked} />,
  };
}

function ConfirmationDialog({ title, load, act, done, fail }: Asked) {
  const translate = useTranslate();
  const key = useRef(crypto.randomUUID());
  const form = useForm({ defaultValues: { confirm: "" } });
  const counted = useQuery({ queryKey: keyOf("passing", "consequences", key.current), queryFn: load, gcTime: 0 });
  const consequences = counted.data?.data;
  return (
    <Dialog open onClose={() => done(false)} fullWidth maxWidth="sm" aria-labelledby="confirmation-title">
      <DialogTitle id="confirmation-title">{title}</DialogTitle>
      <DialogContent>
        {counted.isPending && <Loading />}
        {counted.isError && <Failure error={counted.error} again={() => void counted.refetch()} />}
        {consequences && (
          <Form
            draft={null}
            form={form}
            idPrefix="confirmation-"
            submit={title}
            secondary={<Button onClick={() => done(false)}>{translate("form.back")}</Button>}
            send={async ({ confirm }, attempt) => {
              try {
                await act(confirm, attempt);
              } catch (error) {
                // a wrong name or a lost connection is handled here; errors of the form are shown in the form
                if (isUnconfirmed(error) || (error instanceof ApiError && error.status === 0)) throw error;
                fail(error);
                return;
              }
              done(true);
            }}
          >
            <Stack>
              <ConsequenceList {...consequences} />
              <Text name="confirm" label={translate("confirm.type", { name: consequences.name })} />
            </Stack>
          </Form>
        )}
      </DialogContent>
    </Dialog>
  );
}

function ConsequenceList({ items, canBeUndone }: Consequences): ReactNode {
  const translate = useTranslate();
  return (
    <>
      {items.length === 0 ? (
        <Typography>{translate("confirm.nothing")}</Typography>
      ) : (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {items.map((c) => (
            <li key={c.kind}>
              {translate(`consequence.${c.kind}`, { smart_count: c.count })}
              {c.of && c.of.length > 0 && (
                <Typography variant="body2" color="textSecondary" component="span" sx={{ display: "block" }}>
                  {c.of.map((share) => (share.count > 1 ? `${share.name}: ${share.count}` : share.name)).join("; ")}
                </Typography>
              )}
            </li>
          ))}
        </ul>
      )}
      <Alert severity={canBeUndone ? "info" : "warning"}>{translate(canBeUndone ? "confirm.can-be-undone" : "confirm.for-good")}</Alert>
    </>
  );
}
