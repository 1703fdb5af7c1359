import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const closingsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "closings", childId),
    queryFn: async () => (await api.get("/api/closings", { query: { childId, size: 100 } })).data.items,
  });
