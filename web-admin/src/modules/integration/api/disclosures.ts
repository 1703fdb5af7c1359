import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key, caseChanges, type Key } from "../../../app/core/api/keys";

export const disclosures = (status?: Query<"/api/integration/disclosures">["status"]) => ({
  queryKey: key("disclosures", "list", status),
  load: async (cursor?: string) => (await api.get("/api/integration/disclosures", { query: { status, cursor } })).data,
});

export const disclosureQuery = (id: string) =>
  queryOptions({
    queryKey: key("disclosures", "one", id),
    queryFn: () => api.get("/api/integration/disclosures/{id}", { path: { id } }),
  });

export const disclosureSystemsQuery = (id: string) =>
  queryOptions({
    queryKey: key("disclosures", "systems", id),
    queryFn: async () => (await api.get("/api/integration/disclosures/{id}/systems", { path: { id } })).data.systems,
  });

export const disclosuresOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "disclosures", childId),
    queryFn: async () =>
      (await api.get("/api/integration/disclosures/of-child/{id}", { path: { id: childId }, query: { size: 100 } })).data.items,
  });

/** Recipients who must be notified of a correction; across all children only the open ones. */
export const recipientNotices = (childId?: string) => ({
  queryKey: key("cases", "recipients", childId),
  load: async (cursor?: string) =>
    (await api.get("/api/integration/recipient-notices", { query: { childId, open: childId ? undefined : true, cursor } })).data,
});

export const disclosureChanges: readonly Key[] = [key("disclosures"), ...caseChanges];
