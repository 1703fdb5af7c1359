import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const assessmentsQuery = (childId: string) =>
  queryOptions({
    queryKey: key("cases", "assessments", childId),
    queryFn: async () => (await api.get("/api/assessments/of-child/{id}", { path: { id: childId } })).data.items,
  });

export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: key("cases", "assessment", id),
    queryFn: () => api.get("/api/assessments/{id}", { path: { id } }),
  });
