import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const plansQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "plans", childId),
    queryFn: async () => (await api.get("/api/plans", { query: { childId, size: 100 } })).data.items,
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: key("cases", "plan", id),
    queryFn: () => api.get("/api/plans/{id}", { path: { id } }),
  });

export const planReviewQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "plan-review", childId),
    queryFn: async () => (await api.get("/api/plans/of-child/{id}/review", { path: { id: childId } })).data,
  });

export const responsiblesQuery = (planId: string) =>
  queryOptions({
    queryKey: key("cases", "responsibles", planId),
    queryFn: async () => (await api.get("/api/plans/responsibles", { query: { planId } })).data.items,
    staleTime: 60_000,
  });

export const rulesQuery = queryOptions({
  queryKey: key("reference", "rules"),
  queryFn: async () => (await api.get("/api/plans/rules")).data,
  staleTime: Infinity,
});

export const myMeasures = (done: boolean) => ({
  queryKey: key("cases", "my-measures", done),
  load: async (cursor?: string) => (await api.get("/api/plans/my-measures", { query: { done: done ? true : undefined, cursor } })).data,
});

/** While a plan is a draft, only the plan itself changes. */
export const draftPlanChanges = (id: string) => [planQuery(id).queryKey];
