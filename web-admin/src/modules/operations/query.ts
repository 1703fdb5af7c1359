import { api } from "../../api/client";

// the banner on every screen asks by itself
export const operationsQuery = {
  queryKey: ["operations"],
  queryFn: async () => (await api.get("/api/access/operations", { unattended: true })).data,
};
