import { api } from "../../api/client";

export const operationsQuery = { queryKey: ["operations"], queryFn: async () => (await api.get("/api/access/operations")).data };
