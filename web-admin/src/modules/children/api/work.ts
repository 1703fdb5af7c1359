import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

type Filter = Omit<Query<"/api/children/work-list">, "cursor" | "due" | "size">;

export const workListCountsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: key("work", "counts", filter),
    queryFn: async () => (await api.get("/api/children/work-list/counts", { query: filter })).data,
  });

export const workList = (due: Query<"/api/children/work-list">["due"], filter: Filter) => ({
  queryKey: key("work", "list", due, filter),
  load: async (cursor?: string) => (await api.get("/api/children/work-list", { query: { ...filter, due, cursor } })).data,
});

export const boardQuery = (by: Query<"/api/children/board">["by"]) =>
  queryOptions({
    queryKey: key("work", "board", by),
    queryFn: async () => (await api.get("/api/children/board", { query: { by } })).data,
  });
