import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const disagreementsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "disagreements", childId),
    queryFn: async () =>
      (await api.get("/api/children/cards/{id}/disagreements", { path: { id: childId }, query: { size: 100 } })).data.items,
  });

export const knownAsksQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "known-asks", childId),
    queryFn: async () => (await api.get("/api/children/cards/{id}/known-asks", { path: { id: childId }, query: { size: 100 } })).data.items,
  });

export const exchanges = (childId: string) => ({
  queryKey: key("cases", "exchanges", childId),
  load: async (cursor?: string) =>
    (await api.get("/api/integration/exchanges/of-child/{id}", { path: { id: childId }, query: { cursor } })).data,
});

/** Querying registers does not change the card: the answers are compared and the query is recorded. */
export const askChanges = (childId: string) => [disagreementsQuery(childId).queryKey, exchanges(childId).queryKey];
