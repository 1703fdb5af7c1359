import { createContext, useContext } from "react";
import type { Schemas } from "../../api/client";

export type Me = Schemas["MyAccountResponse"];
export type Permission = Schemas["Permission"];

/** Filled by the shell once somebody is signed in. */
export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only inside the signed-in part of the app. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("Nobody is signed in here.");
  return me;
}

export const useMay = (permission: Permission) => useMe().permissions.includes(permission);

/** Leaves for the sign-in and returns to the same place. */
export const beginSignIn = () =>
  window.location.assign(`/auth/begin?to=${encodeURIComponent(window.location.pathname + window.location.search)}`);
