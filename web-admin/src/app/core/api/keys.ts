import { useQueryClient } from "@tanstack/react-query";

/** What an act can invalidate as a whole. */
export type Area =
  // who is signed in, their sessions and saved views
  | "me"
  // names, days and forms that every screen uses
  | "reference"
  // children, their cards and everything that happens in their cases
  | "cases"
  | "signals"
  // the work list and the board that counts it
  | "work"
  | "notices"
  | "drafts"
  // bodies, specialists, accounts and clients
  | "access"
  | "institutions"
  | "disclosures"
  | "registers"
  | "journal"
  | "operations"
  | "figures"
  | "materials"
  | "courses"
  // queried only while something is typed or confirmed: no act changes it
  | "passing";

export type Key = readonly [Area, ...unknown[]];

/** The key of a query: its area, then its parameters. All keys are made here. */
export const key = <A extends Area, const Rest extends readonly unknown[]>(area: A, ...rest: Rest): readonly [A, ...Rest] => [
  area,
  ...rest,
];

/** An act in a case shows on the card and its tabs, on its signal, in the work list and in the notices. */
export const caseChanges: readonly Key[] = [key("cases"), key("signals"), key("work"), key("notices")];

/** After an act: everything it changed is loaded again. Resolves when the current screen is fresh. */
export function useChanged() {
  const queries = useQueryClient();
  return async (...keys: readonly Key[]) => {
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}
