import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

/** The banner on every screen polls by itself. */
export const operationsQuery = queryOptions({
  queryKey: key("operations", "state"),
  queryFn: async () => (await api.get("/api/access/operations", { unattended: true })).data,
});

export const deadLetters = (kind: Query<"/api/access/operations/dead-letters">["kind"]) => ({
  queryKey: key("operations", "dead-letters", kind),
  load: async (cursor?: string) => (await api.get("/api/access/operations/dead-letters", { query: { kind, cursor } })).data,
});

/** Rows that came with the state, shown as a list. */
export const rowsOf = <T>(what: "findings" | "discards", items: readonly T[]) => ({
  queryKey: key("operations", what, items),
  load: () => Promise.resolve({ items: [...items] }),
});

export const operationsChanges = [key("operations")];
