import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key, type Key } from "../../../app/core/api/keys";

export const courseQuery = (id: string) =>
  queryOptions({
    queryKey: key("courses", "one", id),
    queryFn: async () => (await api.get("/api/reporting/courses/{id}", { path: { id } })).data,
  });

export const courseContentsQuery = (id: string) =>
  queryOptions({
    queryKey: key("courses", "contents", id),
    queryFn: () => api.get("/api/reporting/courses/{id}/contents", { path: { id } }),
  });

export const trainingOverviewQuery = (id: string) =>
  queryOptions({
    queryKey: key("courses", "overview", id),
    queryFn: async () => (await api.get("/api/reporting/courses/{id}/overview", { path: { id } })).data,
  });

/** The materials that a lesson can consist of. */
export const materialsToPickQuery = queryOptions({
  queryKey: key("materials", "to-pick"),
  queryFn: async () => (await api.get("/api/reporting/materials", { query: { size: 100 } })).data.items,
});

/** A mandatory course blocks everyone's way to the rest of the Base. */
export const courseChanges: readonly Key[] = [key("courses"), key("me")];
