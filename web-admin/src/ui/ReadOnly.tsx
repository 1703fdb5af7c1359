import { createContext, type ReactNode, useContext, useMemo } from "react";

type Reading = {
  /** Why a value is unknown, in words, by the name of its field. */
  unknown?: Record<string, string>;
};

const Context = createContext<Reading | null>(null);

/** Fields inside are text: read-only users see the values, without inputs. */
export function ReadOnly({ when = true, unknown, children }: Reading & { when?: boolean; children: ReactNode }) {
  const reading = useMemo(() => (when ? { unknown } : null), [when, unknown]);
  return <Context.Provider value={reading}>{children}</Context.Provider>;
}

export const useReadOnly = () => useContext(Context) !== null;

/** The reason why the value of a field is unknown; empty if none was given. */
export function useUnknown(name: string | undefined) {
  const reading = useContext(Context);
  return (name && reading?.unknown?.[name]) || "";
}
