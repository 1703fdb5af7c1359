import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { ApiError, api, openedFor, type Schemas } from "../api/client";
import { Loading } from "../ui/Page";

export type Me = Schemas["MyAccountResponse"];
export type Permission = Schemas["Permission"];

const Context = createContext<Me | null>(null);

/** Who is signed in. Only inside the signed-in part of the app. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error("Nobody is signed in here.");
  return me;
}

export const useMay = (permission: Permission) => useMe().permissions.includes(permission);

/** Leaves for the sign-in and comes back to this very place. */
export const beginSignIn = () =>
  window.location.assign(`/auth/begin?to=${encodeURIComponent(window.location.pathname + window.location.search)}`);

const readMe = async () => {
  const { data } = await api.get("/api/access/me");
  openedFor(data.accountId);
  return data;
};

export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ["me"], queryFn: readMe, staleTime: 60_000, retry: false });
  if (me.error instanceof ApiError && me.error.status === 401) {
    beginSignIn();
    return <Loading />;
  }
  return me.data ? <Context.Provider value={me.data}>{children}</Context.Provider> : <Loading />;
}
