import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const visitsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "visits", childId),
    queryFn: async () => (await api.get("/api/plans/visits/of-child/{id}", { path: { id: childId } })).data,
  });
