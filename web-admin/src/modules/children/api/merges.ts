import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const mergesQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "merges", childId),
    queryFn: async () => (await api.get("/api/children/merges", { query: { childId, size: 100 } })).data.items,
  });

export const mergesWaiting = {
  queryKey: key("cases", "merges-waiting"),
  load: async (cursor?: string) => (await api.get("/api/children/merges", { query: { cursor } })).data,
};

/** Two cards side by side; loaded again for each comparison. */
export const compareQuery = (id: string, otherId: string) =>
  queryOptions({
    queryKey: key("passing", "compare", id, otherId),
    queryFn: async () => (await api.post("/api/children/cards/{id}/compare", { path: { id }, body: { otherId } })).data,
    gcTime: 0,
  });

export const mergedRowsQuery = (id: string) =>
  queryOptions({
    queryKey: key("passing", "merged-rows", id),
    queryFn: async () => (await api.get("/api/children/merges/{id}/rows", { path: { id } })).data,
    gcTime: 0,
  });
