import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

/** Everything awaiting a decision of the territorial unit. */
export const submittedPlans = {
  queryKey: key("cases", "plans", "submitted"),
  load: async (cursor?: string) => (await api.get("/api/plans", { query: { status: "submitted", cursor } })).data,
};

export const requestedClosings = {
  queryKey: key("cases", "closings", "requested"),
  load: async (cursor?: string) => (await api.get("/api/closings", { query: { status: "requested", cursor } })).data,
};

export const requestedVoids = {
  queryKey: key("cases", "voids", "requested"),
  load: async (cursor?: string) => (await api.get("/api/children/voids", { query: { cursor } })).data,
};

export const requestedDaysFound = {
  queryKey: key("cases", "days-found", "requested"),
  load: async (cursor?: string) => (await api.get("/api/children/days-found", { query: { cursor } })).data,
};

export const requestedNoAssessments = {
  queryKey: key("cases", "no-assessments", "requested"),
  load: async (cursor?: string) => (await api.get("/api/children/no-assessments", { query: { cursor } })).data,
};
