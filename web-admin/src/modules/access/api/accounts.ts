import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas } from "../../../api/client";
import { key, type Key } from "../../../app/core/api/keys";

export const accounts = (search?: string) => ({
  queryKey: key("access", "accounts", search),
  load: async (cursor?: string) => (await api.get("/api/access/accounts", { query: { search, cursor } })).data,
});

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: key("access", "account", id),
    queryFn: () => api.get("/api/access/accounts/{id}", { path: { id } }),
  });

export const accessRequests = {
  queryKey: key("access", "requests", "all"),
  load: async (cursor?: string) => (await api.get("/api/access/requests", { query: { cursor } })).data,
};

export const openRequestsQuery = queryOptions({
  queryKey: key("access", "requests", "open"),
  queryFn: async () => (await api.get("/api/access/requests", { query: { open: true, size: 100 } })).data.items,
});

export const blocks = (search?: string, door?: Schemas["GuessDoor"]) => ({
  queryKey: key("access", "blocks", search, door),
  load: async (cursor?: string) => (await api.get("/api/access/blocks", { query: { search, door, cursor } })).data,
});

export const blockChanges = [key("access", "blocks")];

export const sealedReadersQuery = queryOptions({
  queryKey: key("access", "sealed-readers"),
  queryFn: async () => (await api.get("/api/access/sealed-readers")).data,
});

export const rightsQuery = queryOptions({
  queryKey: key("access", "rights"),
  queryFn: async () => (await api.get("/api/access/rights")).data,
});

export const signInWaysQuery = queryOptions({
  queryKey: key("access", "sign-in-ways"),
  queryFn: async () => (await api.get("/api/access/sign-in/ways")).data,
});

/** An act on people and access may affect the current user, hand over work, and resolve problems shown in operations. */
export const accessChanges: readonly Key[] = [key("access"), key("me"), key("work"), key("notices"), key("operations"), key("passing")];
