import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError, api, openedFor } from "../../api/client";
import { beginSignIn, MeContext } from "../core/me";
import { Loading } from "../../ui/Page";

const readMe = async () => {
  const { data } = await api.get("/api/access/me");
  openedFor(data.accountId);
  return data;
};

/** The part of the app that is for people who are signed in; everybody else leaves for the sign-in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: 60_000, retry: false });
  if (me.error instanceof ApiError && me.error.status === 401) {
    beginSignIn();
    return <Loading />;
  }
  return me.data ? <MeContext.Provider value={me.data}>{children}</MeContext.Provider> : <Loading />;
}
