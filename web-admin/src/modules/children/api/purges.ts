import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const purges = (search?: string) => ({
  queryKey: key("cases", "purges", search),
  load: async (cursor?: string) => (await api.get("/api/children/purges", { query: { search, cursor } })).data,
});

export const purgeQuery = (id: string) =>
  queryOptions({
    queryKey: key("cases", "purge", id),
    queryFn: async () => (await api.get("/api/children/purges/{id}", { path: { id } })).data,
  });

export const purgesDue = (which: Schemas["PurgesDue"]) => ({
  queryKey: key("cases", "purges-due", which),
  load: async (cursor?: string) => (await api.get("/api/children/purges-due", { query: { which, cursor } })).data,
});
