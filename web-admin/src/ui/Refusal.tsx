import { Alert } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import { ApiError } from "../api/client";
import { reveal } from "./reveal";

type Translate = (key: string) => string;

/** Why something was refused, in the reader's words. */
export function reasonOf(error: unknown, translate: Translate): string {
  if (!(error instanceof ApiError)) return translate("app.unexpected");
  if (error.status === 0) return translate("app.offline");
  if (error.status === 403 && error.problem.code === "not-allowed") return translate("app.not-allowed");
  // a specific error says more than a generic one
  const told = (error.problem.errors ?? []).map((e) => e.message).filter(Boolean);
  return told.join(" ") || error.problem.title || translate("app.unexpected");
}

/** The refusal of an act, beside the button that was pressed: brought into view and focused. */
export function Refusal({ error }: { error: unknown }) {
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error && place.current) reveal(place.current);
  }, [error]);
  if (!error) return null;
  return (
    <Alert ref={place} role="alert" tabIndex={-1} severity="error" sx={{ my: 1, width: "100%", color: "text.primary" }}>
      {reasonOf(error, translate)}
    </Alert>
  );
}

/** What a button does; `error` is what <Refusal> shows beside it until the next attempt. */
export function useAct() {
  const { mutate, isPending, error } = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });
  return { act: mutate, isPending, error };
}
