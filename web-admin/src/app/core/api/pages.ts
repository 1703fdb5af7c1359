import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Key } from "./keys";

/** A paged list: where it is cached and how a page of it is read. */
export type Source<Page> = { queryKey: Key; load: (cursor: string | undefined) => Promise<Page> };

export const pagesOf = <Page extends { next?: string | null }>({ queryKey, load }: Source<Page>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
