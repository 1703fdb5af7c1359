import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "./keys";

const halfAMinute = 30_000;

/** Who else has this form open; polled while it is open and never cached. */
export const openFormsQuery = (form: string, childId: string) =>
  queryOptions({
    queryKey: key("passing", "open-forms", form, childId),
    queryFn: async () =>
      (await api.post("/api/children/open-forms", { body: { key: form, childId }, unattended: true, idempotencyKey: null, waits: false }))
        .data.others,
    refetchInterval: halfAMinute,
    staleTime: 0,
    gcTime: 0,
    meta: { aside: true },
  });

/** The number of a signal that a form has already registered. */
export const signalNumberQuery = (id: string) =>
  queryOptions({
    queryKey: key("signals", "number", id),
    queryFn: async () => (await api.get("/api/children/signals/{id}", { path: { id } })).data.number,
  });

export const draftChanges = [key("drafts")];
