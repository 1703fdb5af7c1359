import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const transfersQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "transfers", childId),
    queryFn: async () => (await api.get("/api/children/cards/{id}/transfers", { path: { id: childId } })).data.items,
  });

export const myTransfersQuery = (open: boolean) =>
  queryOptions({
    queryKey: key("cases", "transfers", "mine", open),
    queryFn: async () => (await api.get("/api/children/transfers", { query: { open: open ? true : undefined, size: 100 } })).data.items,
  });

export const transferQuery = (id: string) =>
  queryOptions({
    queryKey: key("cases", "transfer", id),
    queryFn: async () => (await api.get("/api/children/transfers/{id}", { path: { id } })).data,
  });

export const receiversQuery = (territory: string, childId: string) =>
  queryOptions({
    queryKey: key("cases", "receivers", territory, childId),
    queryFn: async () => (await api.get("/api/children/transfers/receivers", { query: { territory, childId } })).data.items,
  });

type Asked = Query<"/api/children/case-requests">;

/** Requests for a case at one card or signal. */
export const caseRequestsQuery = (side: Asked["side"], at: Pick<Asked, "childId" | "signalId">) =>
  queryOptions({
    queryKey: key("cases", "requests", side, at),
    queryFn: async () => (await api.get("/api/children/case-requests", { query: { side, ...at, size: 20 } })).data.items,
  });

export const caseRequests = (side: Asked["side"], open: boolean) => ({
  queryKey: key("cases", "requests", side, open),
  load: async (cursor?: string) =>
    (await api.get("/api/children/case-requests", { query: { side, open: open ? true : undefined, cursor, size: 20 } })).data,
});

export const caseRequestChanges = [key("cases", "requests")];
