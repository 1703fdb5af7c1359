import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const specialists = (search?: string) => ({
  queryKey: key("access", "specialists", search),
  load: async (cursor?: string) => (await api.get("/api/access/specialists", { query: { search, cursor } })).data,
});

export const specialistQuery = (id: string) =>
  queryOptions({
    queryKey: key("access", "specialist", id),
    queryFn: () => api.get("/api/access/specialists/{id}", { path: { id } }),
  });
