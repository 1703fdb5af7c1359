import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key, type Key } from "../../../app/core/api/keys";

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: key("reference", "calendar", year),
    queryFn: async () => (await api.get("/api/access/calendar/{year}", { path: { year } })).data,
  });

/** Names and working days are on every screen; a change of a territory may also change access and counts. */
export const referenceChanges: readonly Key[] = [key("reference"), key("access"), key("me"), key("work"), key("operations")];
