import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const drafts = {
  queryKey: key("drafts", "all"),
  load: async (cursor?: string) => (await api.get("/api/children/drafts", { query: { cursor } })).data,
};

export const lastDraftsQuery = (size: number) =>
  queryOptions({
    queryKey: key("drafts", "last"),
    queryFn: async () => (await api.get("/api/children/drafts", { query: { size } })).data,
    staleTime: 0,
    retry: false,
    meta: { aside: true },
  });
