import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError } from "../../api/client";
import { meQuery } from "../core/api/me";
import { beginSignIn, MeContext } from "../core/me";
import { Loading } from "../../ui/Page";

/** The part of the app for signed-in people; everyone else is sent to the sign-in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  if (me.error instanceof ApiError && me.error.status === 401) {
    beginSignIn();
    return <Loading />;
  }
  return me.data ? <MeContext.Provider value={me.data}>{children}</MeContext.Provider> : <Loading />;
}
