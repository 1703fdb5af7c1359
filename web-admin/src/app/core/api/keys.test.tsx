import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Key, caseChanges, key, useChanged } from "./keys";
import { territoriesQuery } from "./reference";

/** What is stale after an act, of everything loaded before it. */
async function stale(changes: readonly Key[], ...read: Key[]) {
  const queries = new QueryClient();
  for (const queryKey of read) queries.setQueryData(queryKey, "read before");
  const { result } = renderHook(() => useChanged(), {
    wrapper: ({ children }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>,
  });
  await result.current(...changes);
  return read.filter((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
}

const plan = key("cases", "plan", "1");
const card = key("cases", "card", "2");
const work = key("work", "counts", {});
const bell = key("notices", "unread");

test("An act in a case makes its tabs, the work list and the bell stale, and no names", async () => {
  expect(await stale(caseChanges, plan, card, work, bell, territoriesQuery.queryKey, key("me", "self"))).toEqual([plan, card, work, bell]);
});

test("An act on one plan leaves another plan and the card as they are", async () => {
  expect(await stale([plan], plan, key("cases", "plan", "11"), card)).toEqual([plan]);
});
