import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const placements = (query: Query<"/api/institutions/placements">) => ({
  queryKey: key("institutions", "placements", query),
  load: async (cursor?: string) => (await api.get("/api/institutions/placements", { query: { ...query, cursor } })).data,
});

export const placementsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "placements", childId),
    queryFn: async () => (await api.get("/api/institutions/placements/of-child/{id}", { path: { id: childId } })).data,
  });
