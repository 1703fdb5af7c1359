import { queryOptions } from "@tanstack/react-query";
import { api, openedFor } from "../../../api/client";
import { key } from "./keys";

export const meQuery = queryOptions({
  queryKey: key("me", "self"),
  queryFn: async () => {
    const { data } = await api.get("/api/access/me");
    openedFor(data.accountId);
    return data;
  },
  staleTime: 60_000,
  retry: false,
});

/** The saved views of a list. */
export const viewsQuery = (screen: string) =>
  queryOptions({
    queryKey: key("me", "views", screen),
    queryFn: async () => (await api.get("/api/access/me/views", { query: { screen } })).data,
  });

export const mySessions = {
  queryKey: key("me", "sessions"),
  load: async (cursor?: string) => (await api.get("/api/access/me/sessions", { query: { cursor } })).data,
};
