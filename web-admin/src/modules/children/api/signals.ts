import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const signals = (status?: Schemas["SignalStatus"]) => ({
  queryKey: key("signals", "list", status),
  load: async (cursor?: string) => (await api.get("/api/children/signals", { query: { status, cursor } })).data,
});

export const signalQuery = (id: string) =>
  queryOptions({
    queryKey: key("signals", "one", id),
    queryFn: () => api.get("/api/children/signals/{id}", { path: { id } }),
  });
