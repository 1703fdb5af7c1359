import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const materials = (query: Query<"/api/reporting/materials">) => ({
  queryKey: key("materials", "list", query),
  load: async (cursor?: string) => (await api.get("/api/reporting/materials", { query: { ...query, cursor } })).data,
});

export const materialQuery = (id: string) =>
  queryOptions({
    queryKey: key("materials", "one", id),
    queryFn: async () => (await api.get("/api/reporting/materials/{id}", { path: { id } })).data,
  });

export const materialDrafts = (query: Query<"/api/reporting/material-drafts">) => ({
  queryKey: key("materials", "drafts", query),
  load: async (cursor?: string) => (await api.get("/api/reporting/material-drafts", { query: { ...query, cursor } })).data,
});

export const materialDraftQuery = (id: string) =>
  queryOptions({
    queryKey: key("materials", "draft", id),
    queryFn: () => api.get("/api/reporting/material-drafts/{id}", { path: { id } }),
  });

/** The lists, the pages and the guides that open by `?`. */
export const materialChanges = [key("materials")];
