import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key, type Key } from "../../../app/core/api/keys";

export const reportQuery = (query: Query<"/api/reporting/report">) =>
  queryOptions({
    queryKey: key("figures", "report", query),
    queryFn: async () => (await api.get("/api/reporting/report", { query })).data,
  });

/** A report by oblast and by district, as the map shows it. */
export const mapQuery = (report: string, [oblast, district]: readonly [string, string], from: string, to: string) => {
  const rows = async (by: string) => (await api.get("/api/reporting/report", { query: { report, by, from, to } })).data.rows;
  return queryOptions({
    queryKey: key("figures", "map", report, from, to),
    queryFn: async () => ({ oblast: await rows(oblast), district: await rows(district) }),
  });
};

/** The available reports, and the contents of the summary. */
export const reportsQuery = queryOptions({
  queryKey: key("figures", "reports"),
  queryFn: async () => (await api.get("/api/reporting/reports")).data,
  staleTime: Infinity,
});

export const publishedQuery = (report: string, by: string, year: number) =>
  queryOptions({
    queryKey: key("figures", "published", report, by, year),
    queryFn: async () => (await api.get("/api/reporting/published", { query: { report, by, year } })).data,
  });

export const reportChildren = (query: Query<"/api/reporting/children">) => ({
  queryKey: key("figures", "children", query),
  load: async (cursor?: string) => (await api.get("/api/reporting/children", { query: { ...query, cursor } })).data,
});

export const frozen = {
  queryKey: key("figures", "frozen", "all"),
  load: async (cursor?: string) => (await api.get("/api/reporting/frozen", { query: { cursor } })).data,
};

export const frozenQuery = (id: string) =>
  queryOptions({
    queryKey: key("figures", "frozen", "one", id),
    queryFn: async () => (await api.get("/api/reporting/frozen/{id}", { path: { id } })).data,
  });

/** How many purges are due, for those who decide them. */
export const purgesDueCountQuery = queryOptions({
  queryKey: key("cases", "purges-due", "count"),
  queryFn: async () => (await api.get("/api/children/purges-due/count")).data,
});

/** The shapes of the map with the places on it, and the figures that it shows. */
export const boundaryChanges: readonly Key[] = [key("reference"), key("figures")];
