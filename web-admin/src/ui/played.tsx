import { QueryClient } from "@tanstack/react-query";
import { act, cleanup, configure, render } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import { AdminContext, type I18nProvider, memoryStore } from "react-admin";
import { BrowserRouter, useLocation } from "react-router-dom";
import { afterEach, vi } from "vitest";
import { type Me, MeContext } from "../app/core/me";
import { speak } from "../app/core/speak";
import en from "../texts/en.json";

/** For component tests: everything is real but the server, which is simulated at `fetch`. */
export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  header: (name: string) => string | null;
};
type Reply = { status?: number; body?: unknown; etag?: string } | "broken line";
type Answers = Record<string, (call: Call) => Reply | Promise<Reply>>;

/** Requests that every screen sends by itself; a test about one of these answers it. */
const ordinary: Answers = {
  "GET /api/access/territories": () => ({ body: { items: [] } }),
  "GET /api/children/dictionaries": () => ({ body: { items: [], furtherFields: [] } }),
  "GET /api/children/drafts/*": () => ({ body: { text: null, savedAt: null, number: null } }),
  "POST /api/children/drafts": ({ body }) => ({
    body: { key: (body as { key: string }).key, savedAt: "2026-12-01T05:00:00Z", number: (body as { number: number }).number },
  }),
  "DELETE /api/children/drafts/*": () => ({ status: 204 }),
  "POST /api/children/open-forms": () => ({ body: { others: [] } }),
};

/** Simulates the server; returns the received calls in order. */
export function playServer(answers: Answers) {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (address: string, request: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(address, window.location.origin);
    const call: Call = {
      method: request.method ?? "GET",
      path: pathname,
      query: searchParams,
      body: typeof request.body === "string" ? (JSON.parse(request.body) as unknown) : undefined,
      header: (name) => new Headers(request.headers).get(name),
    };
    calls.push(call);
    const all: Answers = { ...ordinary, ...answers };
    const line = `${call.method} ${call.path}`;
    const answer = all[line] ?? all[`${line.slice(0, line.lastIndexOf("/"))}/*`];
    if (!answer) throw new Error(`Nobody answers ${line}`);
    const reply = await answer(call);
    if (reply === "broken line") throw new TypeError("Failed to fetch");
    const { status = 200, body, etag } = reply;
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/json", ...(etag && { ETag: etag }) },
    });
  });
  return {
    calls,
    /** The calls of one address, such as `PUT /api/children/cards/1/residence`. */
    of: (line: string) => calls.filter(({ method, path }) => `${method} ${path}` === line),
  };
}

/** A refusal as the server words it. */
export const refusal = (status: number, code: string, errors: { field: string; code: string; message: string }[] = []) => ({
  status,
  body: { type: "", title: `Refused: ${code}`, status, code, errors },
});

/** A screen wide enough for tables; a phone otherwise. */
export const playWidth = (wide: boolean) =>
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: wide,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));

export const english: I18nProvider = {
  translate: (key, values) => speak("en", en, key, values as Parameters<typeof speak>[3]),
  changeLocale: () => Promise.resolve(),
  getLocale: () => "en",
};

const somebody = {
  accountId: "7d5b4f0e-0000-4000-8000-000000000001",
  fullName: "Aida Asanova",
  scope: "republic",
  territory: null,
  permissions: ["use-base", "read-children", "edit-children"] satisfies Me["permissions"],
} as unknown as Me;

function Address() {
  const { pathname, search } = useLocation();
  return <span data-testid="address">{pathname + search}</span>;
}

export const around = (queryClient: QueryClient, me: Partial<Me> = {}) =>
  function Around({ children }: { children: ReactNode }) {
    return (
      <BrowserRouter>
        <AdminContext i18nProvider={english} queryClient={queryClient} store={memoryStore()}>
          <MeContext value={{ ...somebody, ...me }}>
            {children}
            <Address />
          </MeContext>
        </AdminContext>
      </BrowserRouter>
    );
  };

export const playedQueries = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" }, mutations: { networkMode: "always" } } });

/** Renders a component for a signed-in reader of English. */
export function show(what: ReactElement, me: Partial<Me> = {}) {
  return render(what, { wrapper: around(playedQueries(), me) });
}

/** Advances fake timers, with everything that follows: rendered components send requests, answers come, and are rendered. */
export async function pass(ms: number) {
  for (const step of [ms, 1, 1, 1, 1]) await act(() => vi.advanceTimersByTimeAsync(step));
}

// a busy machine renders slowly
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});
