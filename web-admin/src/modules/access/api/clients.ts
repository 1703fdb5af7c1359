import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const clients = {
  queryKey: key("access", "clients", "all"),
  load: async (cursor?: string) => (await api.get("/api/access/clients", { query: { cursor } })).data,
};

export const waitingClientsQuery = queryOptions({
  queryKey: key("access", "clients", "waiting"),
  queryFn: async () => (await api.get("/api/access/clients/waiting", { query: { size: 100 } })).data.items,
});

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: key("access", "client", id),
    queryFn: () => api.get("/api/access/clients/{id}", { path: { id } }),
  });
