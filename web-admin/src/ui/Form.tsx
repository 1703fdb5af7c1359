import { Alert, AlertTitle, Box, Button, Link } from "@mui/material";
import { type ReactNode, createContext, useContext, useRef, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { ApiError } from "../api/client";
import { ReadOnly } from "./ReadOnly";

/** Ids of fields are their names, so that the error summary can link to them. */
const Prefix = createContext("");
export const useFieldId = (name: string) => `${useContext(Prefix)}${name}`;

type Props<T extends FieldValues> = {
  form: UseFormReturn<T>;
  /** Sends the form; what it throws is shown at the fields. */
  send: (values: T, key: string) => Promise<void> | void;
  submit: ReactNode;
  children: ReactNode;
  /** Leading part of the server's field names that the form does not have, such as "section.". */
  strip?: string;
  secondary?: ReactNode;
  idPrefix?: string;
  /** The form cannot be sent yet, such as before a number is typed in confirmation. */
  disabled?: boolean;
  /** The reader may not save: the same values as text, and nothing to send. */
  readOnly?: boolean;
  onError?: (error: ApiError) => boolean;
};

/**
 * A form whose refusals stand at their fields and in a summary that links to them. Nothing typed is ever lost by an error, and a sending that is repeated
 * after a broken line is done once.
 */
export function Form<T extends FieldValues>({
  form,
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
  const notify = useNotify();
  const [general, setGeneral] = useState<string>();
  const key = useRef(crypto.randomUUID());
  const summary = useRef<HTMLDivElement>(null);

  const onSubmit = form.handleSubmit(async (values) => {
    setGeneral(undefined);
    try {
      await send(values, key.current);
      key.current = crypto.randomUUID();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // a line that broke: the same key goes out again; a refusal: the next try is a new one
      if (error.status !== 0) key.current = crypto.randomUUID();
      if (onError?.(error)) return;
      const fields = (error.problem.errors ?? []).filter((e) => e.field);
      for (const field of fields) form.setError(field.field.replace(strip, "") as never, { type: field.code, message: field.message });
      setGeneral(error.status === 0 ? translate("app.offline") : fields.length > 0 ? undefined : error.problem.title);
      if (error.status === 412) notify(error.problem.title, { type: "warning", autoHideDuration: 10_000 });
      setTimeout(() => summary.current?.focus(), 0);
    }
  });

  const errors = flatten(form.formState.errors);
  if (readOnly)
    return (
      <FormProvider {...form}>
        <ReadOnly>{children}</ReadOnly>
      </FormProvider>
    );
  return (
    <Prefix.Provider value={idPrefix}>
      <FormProvider {...form}>
        <Box component="form" noValidate onSubmit={(event: React.FormEvent) => void onSubmit(event)} autoComplete="off">
          {(errors.length > 0 || general) && (
            <Alert severity="error" ref={summary} tabIndex={-1} sx={{ mb: 2 }} role="alert">
              <AlertTitle>{translate(general ? "form.not-sent" : "form.check")}</AlertTitle>
              {general}
              <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                {errors.map(([name, message]) => (
                  <li key={name}>
                    <Link
                      href={`#${idPrefix}${name}`}
                      color="inherit"
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(`${idPrefix}${name}`)?.focus();
                      }}
                    >
                      <FieldName id={`${idPrefix}${name}`} />
                      {message}
                    </Link>
                  </li>
                ))}
              </ul>
            </Alert>
          )}
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

/** The label of a field by its id, so that the summary says where. */
function FieldName({ id }: { id: string }) {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent;
  return label ? <>{label.replace(/\s*\(.*\)$/, "")}: </> : null;
}

function flatten(errors: object, path = ""): [string, string][] {
  return Object.entries(errors).flatMap(([name, error]): [string, string][] => {
    if (!error || typeof error !== "object") return [];
    const here = path ? `${path}.${name}` : name;
    const { message } = error as { message?: unknown };
    if (typeof message === "string") return [[here, message]];
    return name === "ref" ? [] : flatten(error as object, here);
  });
}

/** Two or more fields beside each other where there is room. */
export const Row = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "repeat(auto-fit, minmax(200px, 1fr))" }, alignItems: "start" }}
  >
    {children}
  </Box>
);

export const Stack = ({ children }: { children: ReactNode }) => <Box sx={{ display: "grid", gap: 2 }}>{children}</Box>;
