import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { api } from "../api/client";

const pause = 1_500;

/**
 * Keeps what is typed, sealed on the server and seen by its author alone: it survives a broken line, a closed browser and a sign-out. Nothing is kept in
 * the browser.
 */
export function useDraft<T extends FieldValues>(form: UseFormReturn<T>, key: string, childId?: string, ready = true) {
  const [savedAt, setSavedAt] = useState<string>();
  const [restored, setRestored] = useState(false);
  const loaded = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (!ready || loaded.current) return;
    loaded.current = true;
    void api
      .get("/api/children/drafts/{key}", { path: { key } })
      .then(({ data }) => {
        if (!data.text) return;
        form.reset(JSON.parse(data.text) as T, { keepDefaultValues: true });
        setSavedAt(data.savedAt ?? undefined);
        setRestored(true);
      })
      .catch(() => undefined);
  }, [form, key, ready]);

  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (!loaded.current || !isDirty) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          void api
            .post("/api/children/drafts", { body: { key, text: JSON.stringify(values), childId: childId ?? null } })
            .then(({ data }) => setSavedAt(data.savedAt))
            .catch(() => undefined);
        }, pause);
      },
    });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [form, key, childId]);

  /** After sending, or by the author's wish. */
  const drop = async () => {
    clearTimeout(timer.current);
    setSavedAt(undefined);
    setRestored(false);
    await api.delete("/api/children/drafts/{key}", { path: { key } }).catch(() => undefined);
  };

  return { savedAt, restored, drop };
}
