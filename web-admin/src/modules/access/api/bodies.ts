import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const bodies = (search?: string) => ({
  queryKey: key("access", "bodies", search),
  load: async (cursor?: string) => (await api.get("/api/access/bodies", { query: { search, cursor } })).data,
});

export const bodyQuery = (id: string) =>
  queryOptions({
    queryKey: key("access", "body", id),
    queryFn: () => api.get("/api/access/bodies/{id}", { path: { id } }),
  });
