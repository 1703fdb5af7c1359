import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key, caseChanges, type Key } from "../../../app/core/api/keys";

export const institutions = (query: Query<"/api/institutions">) => ({
  queryKey: key("institutions", "list", query),
  load: async (cursor?: string) => (await api.get("/api/institutions", { query: { ...query, cursor } })).data,
});

export const institutionQuery = (id: string) =>
  queryOptions({
    queryKey: key("institutions", "one", id),
    queryFn: () => api.get("/api/institutions/{id}", { path: { id } }),
  });

const own = async (cursor?: string) => (await api.get("/api/institutions/own", { query: { cursor } })).data;

export const ownInstitutionQuery = queryOptions({ queryKey: key("institutions", "own"), queryFn: () => own() });

export const childrenHere = {
  queryKey: key("institutions", "own", "children"),
  load: async (cursor?: string) => (await own(cursor)).children,
};

export const placesQuery = queryOptions({
  queryKey: key("institutions", "places"),
  queryFn: async () => (await api.get("/api/institutions/places", { query: {} })).data.items,
});

/** Both the institution and the case show who lives where. */
export const institutionChanges: readonly Key[] = [key("institutions"), ...caseChanges];
