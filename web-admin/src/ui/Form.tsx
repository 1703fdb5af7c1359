import { Box, Button } from "@mui/material";
import { type ReactNode, createContext, useContext, useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { ApiError } from "../api/client";
import { DraftLine } from "./drafts/DraftLine";
import { type DraftOf, useKeptDraft } from "./drafts/useKeptDraft";
import { AlreadySent } from "./drafts/AlreadySent";
import { ErrorSummary } from "./ErrorSummary";
import { ReadOnly } from "./ReadOnly";
import { reasonOf } from "./Refusal";
import { reveal } from "./reveal";

/** Ids of fields are their names, so that the error summary can link to them. */
const Prefix = createContext("");
export const useFieldId = (name: string) => `${useContext(Prefix)}${name}`;

type Props<T extends FieldValues> = {
  form: UseFormReturn<T>;
  /** What is typed is kept on the server until it is sent; null for passwords, searches, confirmations and file-only forms. */
  draft: DraftOf | null;
  /** Submits the form; errors are shown at the fields. False: the user cancelled, and nothing was sent. */
  send: (values: T, key: string) => Promise<void | false> | void | false;
  submit: ReactNode;
  children: ReactNode;
  /** Prefix of the server's field names that the form does not use, such as "section.". */
  strip?: string;
  secondary?: ReactNode;
  idPrefix?: string;
  /** The form cannot be sent yet, such as before a number is typed in confirmation. */
  disabled?: boolean;
  /** Read-only: the same values as text, and no submit button. */
  readOnly?: boolean;
  onError?: (error: ApiError) => boolean;
};

/**
 * A form whose errors are shown at their fields and in a summary that links to them and takes the focus. No error loses what was typed, and a submission
 * repeated after a lost connection is performed once.
 */
export function Form<T extends FieldValues>({
  form,
  draft: of,
  send,
  submit,
  children,
  strip = "",
  secondary,
  idPrefix = "",
  disabled,
  readOnly,
  onError,
}: Props<T>) {
  const translate = useTranslate();
  const [general, setGeneral] = useState<string>();
  const [tries, setTries] = useState(0);
  const key = useRef(crypto.randomUUID());
  const summary = useRef<HTMLDivElement>(null);
  const draft = useKeptDraft(form, of);
  const [already, setAlready] = useState<ApiError>();

  const sendValid = form.handleSubmit(async (values) => {
    setAlready(undefined);
    if (!(await draft.beforeSend(values))) {
      setGeneral(translate(draft.offers() ? "draft.answer-first" : "app.offline"));
      return;
    }
    try {
      if ((await send(values, draft.attempt() ?? key.current)) === false) {
        draft.notSent();
        return;
      }
      key.current = crypto.randomUUID();
      await draft.sent();
    } catch (error) {
      draft.notSent();
      if (!(error instanceof ApiError)) throw error;
      // connection lost: the same key is sent again; refused: the next attempt is a new one, unless it has a draft, to which the key belongs
      if (error.status > 0 && error.status < 500) key.current = crypto.randomUUID();
      if (/^idempotency\.(other-request|done-before)$/.test(error.message)) {
        setAlready(error);
        return;
      }
      if (onError?.(error)) return;
      const fields = (error.problem.errors ?? []).filter((e) => e.field);
      for (const field of fields)
        form.setError(field.field.replace(strip, "") as FieldPath<T>, { type: field.code, message: field.message });
      setGeneral(fields.length > 0 ? undefined : reasonOf(error, translate));
    }
  });
  const onSubmit = async (event: React.FormEvent) => {
    // a form in a dialog opened by this one is not this one
    event.stopPropagation();
    setGeneral(undefined);
    // an error on a hidden field would block every further submission
    form.clearErrors();
    await sendValid(event);
    setTries((before) => before + 1);
  };
  useEffect(() => {
    // after react-hook-form, which focuses the first field: the summary shows all errors
    const later = setTimeout(() => summary.current && reveal(summary.current));
    return () => clearTimeout(later);
  }, [tries]);

  if (readOnly)
    return (
      <FormProvider {...form}>
        <ReadOnly>{children}</ReadOnly>
      </FormProvider>
    );
  return (
    <Prefix.Provider value={idPrefix}>
      <FormProvider {...form}>
        <Box
          component="form"
          noValidate
          onSubmit={(event: React.FormEvent) => void onSubmit(event)}
          onKeyDown={(event: React.KeyboardEvent<HTMLFormElement>) => holdsEnter(event) && event.preventDefault()}
          autoComplete="off"
        >
          <DraftLine draft={draft} busy={form.formState.isSubmitting} />
          {already && (
            <Box ref={summary} tabIndex={-1}>
              <AlreadySent form={of?.form} error={already} onDiscard={() => void draft.discard().then(() => setAlready(undefined))} />
            </Box>
          )}
          <ErrorSummary errors={form.formState.errors} general={general} prefix={idPrefix} place={summary} />
          {children}
          <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, mt: 2.5, alignItems: "center" }}>
            <Button type="submit" variant="contained" disabled={disabled || form.formState.isSubmitting}>
              {submit}
            </Button>
            {secondary}
          </Box>
        </Box>
      </FormProvider>
    </Prefix.Provider>
  );
}

/** Enter submits a form with a single field or a password; a longer form is submitted by its button alone, never half filled in. */
function holdsEnter({ key, target, currentTarget: form }: React.KeyboardEvent<HTMLFormElement>) {
  const isField = (target as HTMLElement).tagName === "INPUT" && form.contains(target as HTMLElement);
  if (key !== "Enter" || !isField || form.querySelector("input[autocomplete$='password']")) return false;
  return form.querySelectorAll("input:not([aria-hidden]), textarea:not([aria-hidden]), [role='combobox']").length > 1;
}

/** Two or more fields side by side if there is room. */
export const Row = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "repeat(auto-fit, minmax(200px, 1fr))" }, alignItems: "start" }}
  >
    {children}
  </Box>
);

export const Stack = ({ children }: { children: ReactNode }) => <Box sx={{ display: "grid", gap: 2 }}>{children}</Box>;
