import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";
import { fullPage } from "../visits";

export const journal = (query: Query<"/api/access/journal">, withTechnical: boolean) => ({
  queryKey: key("journal", "all", query, withTechnical),
  load: (from?: string) =>
    fullPage(
      async (cursor) => (await api.get("/api/access/journal", { query: { ...query, cursor, size: 100 } })).data,
      from,
      withTechnical,
    ),
});

export const journalOfChild = (id: string) => ({
  queryKey: key("journal", "of-child", id),
  load: (from?: string) =>
    fullPage(
      async (cursor) => (await api.get("/api/access/journal/of-child/{id}", { path: { id }, query: { cursor, size: 100 } })).data,
      from,
      true,
    ),
});

export const unusualUseQuery = queryOptions({
  queryKey: key("journal", "unusual"),
  queryFn: async () => (await api.get("/api/access/journal/unusual")).data.items,
});

export const backups = {
  queryKey: key("journal", "backups"),
  load: async (cursor?: string) => (await api.get("/api/access/backups", { query: { cursor } })).data,
};
