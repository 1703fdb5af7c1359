import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "./keys";

const long = 10 * 60_000;

export const territoriesQuery = queryOptions({
  queryKey: key("reference", "territories"),
  queryFn: async () => (await api.get("/api/access/territories", { query: {} })).data.items,
  staleTime: long,
});

export const dictionariesQuery = queryOptions({
  queryKey: key("reference", "dictionaries"),
  queryFn: async () => (await api.get("/api/children/dictionaries")).data,
  staleTime: long,
});

/** The form of the assessment, in force or of an earlier version. */
export const assessmentFormQuery = (version?: number) =>
  queryOptions({
    queryKey: key("reference", "assessment-form", version),
    queryFn: async () => (await api.get("/api/assessments/form", { query: { version } })).data,
    staleTime: Infinity,
  });

/** The administrator's boundaries as GeoJSON; null if none were loaded. */
export const boundariesQuery = queryOptions({
  queryKey: key("reference", "boundaries"),
  queryFn: async () => (await api.get("/api/reporting/boundaries")).data.geoJson,
  staleTime: Infinity,
});
