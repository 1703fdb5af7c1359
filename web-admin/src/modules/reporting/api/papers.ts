import { queryOptions } from "@tanstack/react-query";
import { api, type Query } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

const most = 100;

export const papersQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "papers", childId),
    queryFn: async () =>
      (await api.get("/api/reporting/papers/of-child/{id}", { path: { id: childId }, query: { size: most } })).data.items,
  });

export const checkPaperQuery = (paper: Query<"/api/reporting/papers/check">) =>
  queryOptions({
    queryKey: key("passing", "check-paper", paper),
    queryFn: async () => (await api.get("/api/reporting/papers/check", { query: paper })).data.state,
  });
