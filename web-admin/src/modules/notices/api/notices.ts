import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

const aMinute = 60_000;

export const notices = (unread: boolean) => ({
  queryKey: key("notices", "list", unread),
  load: async (cursor?: string) => (await api.get("/api/access/notices", { query: { unread: unread ? true : undefined, cursor } })).data,
});

/** The bell polls by itself. */
export const unreadQuery = queryOptions({
  queryKey: key("notices", "unread"),
  queryFn: async () => (await api.get("/api/access/notices/unread", { unattended: true })).data.unread,
  refetchInterval: aMinute,
  meta: { aside: true },
});

export const noticeChoicesQuery = queryOptions({
  queryKey: key("notices", "choices"),
  queryFn: async () => (await api.get("/api/access/notices/choices")).data,
});

/** The list and the bell. */
export const noticeChanges = [key("notices")];
