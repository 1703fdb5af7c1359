import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas } from "../../../api/client";
import { key, type Key } from "../../../app/core/api/keys";

const services = async () => (await api.get("/api/integration/registers")).data;

export const registerSettingsQuery = queryOptions({ queryKey: key("registers", "settings"), queryFn: services });

export const registerServices = {
  queryKey: key("registers", "services"),
  load: async () => ({ items: (await services()).items, next: null }),
};

export const registerServiceQuery = (kind: Schemas["RegisterKind"]) =>
  queryOptions({
    queryKey: key("registers", "service", kind),
    queryFn: () => api.get("/api/integration/registers/{kind}", { path: { kind } }),
  });

/** Fixing a register may resolve a problem shown in operations. */
export const registerChanges: readonly Key[] = [key("registers"), key("operations")];
