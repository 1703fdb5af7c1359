import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: key("cases", "card", id),
    queryFn: async () => (await api.get("/api/children/cards/{id}", { path: { id } })).data,
  });

export const cardHistory = (id: string) => ({
  queryKey: key("cases", "card-history", id),
  load: async (cursor?: string) => (await api.get("/api/children/cards/{id}/history", { path: { id }, query: { cursor } })).data,
});

export const changesQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "changes", childId),
    queryFn: async () => (await api.get("/api/children/cards/{id}/changes", { path: { id: childId }, query: { size: 100 } })).data.items,
  });

/** Saving a section changes the card alone: the rest of the case stays as it is. */
export const sectionChanges = (childId: string) => [
  cardQuery(childId).queryKey,
  cardHistory(childId).queryKey,
  changesQuery(childId).queryKey,
];

export const voidsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "voids", childId),
    queryFn: async () => (await api.get("/api/children/voids", { query: { childId, size: 100 } })).data.items,
  });

export const daysFoundQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "days-found", childId),
    queryFn: async () => (await api.get("/api/children/days-found", { query: { childId, size: 100 } })).data.items,
  });

/** Children similar to the one being entered; queried while typing. */
export const duplicatesQuery = (typed: string, signalId: string) =>
  queryOptions({
    queryKey: key("passing", "duplicates", typed),
    queryFn: async () =>
      (
        await api.post("/api/children/duplicates", {
          body: { identity: JSON.parse(typed) as Schemas["Identity"], signalId },
        })
      ).data,
  });
