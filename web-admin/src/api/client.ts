import { plainTexts } from "./plainText";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

type Method = "get" | "post" | "put" | "delete";
type Operation<P extends keyof paths, M extends Method> = paths[P][M];
type Json<T> = T extends { content: { "application/json": infer B } } ? B : undefined;
type Answer<O> = O extends { responses: infer R }
  ? R extends { 200: infer A }
    ? Json<A>
    : R extends { 201: infer A }
      ? Json<A>
      : undefined
  : never;
type Body<O> = O extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;
type PathOf<O> = O extends { parameters: { path: infer P } } ? P : undefined;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : undefined;

/** Query parameters of a GET. */
export type Query<P extends keyof paths> = NonNullable<QueryOf<NonNullable<Operation<P, "get">>>>;

/** The body of a changing call. */
export type Sent<P extends keyof paths, M extends "post" | "put"> = NonNullable<Body<Operation<P, M>>>;

type Options<O> = {
  path?: PathOf<O>;
  query?: QueryOf<O>;
  body?: Body<O>;
  /** The last seen ETag; sent as If-Match. */
  version?: string;
  /** Idempotency key: the server performs a repeated request once. Null where repetition is harmless. */
  idempotencyKey?: string | null;
  /** Sent by the page itself, without a user action: it does not keep the session alive. */
  unattended?: boolean;
  /** Sent even while the page is being left. */
  leaving?: boolean;
  /** An ended session is also reported to the caller, who does not wait for the next sign-in. */
  waits?: false;
};

/** An answer with its ETag. */
export type Versioned<T> = { data: T; version: string };

/** The ETag of a part of an answer that has its version as a guid. */
export const etag = (version: string) => `"${version.replaceAll("-", "")}"`;

/** The server refused: its problem+json. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** Where the cause of the refusal is, such as what was registered under the same key before. */
    readonly location: string | null = null,
  ) {
    super(problem.code);
  }
}

/** Signals the frame to show the sign-in over the page: the session has ended, or an act needs a fresh sign-in; the detail says why. */
export const signInAgain = "registry:sign-in-again";
/** Someone has signed in over the page, and everything continues. */
export const signedInAgain = "registry:signed-in-again";
/** Another person has signed in in this browser: the page no longer belongs to the one it was opened for. */
export const otherPerson = "registry:other-person";

let account: string | undefined;
/** The person the page was opened for: nothing on it is sent for someone who signs in later. */
export const openedFor = (accountId: string) => {
  account = accountId;
};

let waiting: { done: Promise<boolean>; end: (signedIn: boolean) => void } | undefined;
/** Prompts for a sign-in over the page, once for all waiting calls. */
function askToSignIn(why?: string) {
  if (!waiting) {
    let end!: (signedIn: boolean) => void;
    const done = new Promise<boolean>((go) => (end = go));
    waiting = { done, end };
    window.dispatchEvent(new CustomEvent(signInAgain, { detail: why }));
  }
  return waiting.done;
}
/** Waiting calls are sent again unchanged, or refused as before. */
export function endWaiting(signedIn: boolean) {
  const all = waiting;
  waiting = undefined;
  if (signedIn) window.dispatchEvent(new Event(signedInAgain));
  all?.end(signedIn);
}

let language = "ky";
export const setLanguage = (next: string) => {
  language = next;
};

const fill = (path: string, values: Record<string, unknown> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));

/** Numbers, days, codes and booleans; an object in a URL would be a mistake. */
const search = (query: Record<string, unknown> = {}) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") params.set(name, `${value as string}`);
  const text = params.toString();
  return text ? `?${text}` : "";
};

export const offline: Problem = { type: "", title: "", status: 0, code: "offline", errors: undefined };

async function call<P extends keyof paths, M extends Method>(
  method: M,
  path: P,
  options: Options<Operation<P, M>> = {},
): Promise<Versioned<Answer<Operation<P, M>>>> {
  const headers: Record<string, string> = { "Accept-Language": language };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.unattended) headers["Registry-Unattended"] = "1";
  if (options.version) headers["If-Match"] = options.version;
  if (method === "post" && options.idempotencyKey !== null) headers["Idempotency-Key"] = options.idempotencyKey ?? crypto.randomUUID();
  if (account) headers["Registry-Account"] = account;
  const address = fill(path, options.path) + search(options.query);
  const body = options.body === undefined ? undefined : JSON.stringify(options.body, plainTexts);
  // a browser sends no more than 64 KiB after the page is left
  const keepalive = !!options.leaving && (body?.length ?? 0) < 20_000;
  for (;;) {
    const { response, text } = await send(address, { method: method.toUpperCase(), headers, body, keepalive });
    const json = text && (response.headers.get("Content-Type") ?? "").includes("json") ? (JSON.parse(text) as unknown) : undefined;
    if (response.ok) return { data: json as Answer<Operation<P, M>>, version: response.headers.get("ETag") ?? "" };
    const refused = json as Problem | undefined;
    const error = new ApiError(
      response.status,
      refused ?? { ...offline, status: response.status, code: "server-error" },
      response.headers.get("Location"),
    );
    if (error.message === "account.other") window.dispatchEvent(new Event(otherPerson));
    const ended = error.status === 401 && !!account && error.message === "not-signed-in";
    if (!ended && error.message !== "sign-in.again") throw error;
    const signedIn = askToSignIn(ended ? undefined : error.problem.title);
    if (options.waits === false || !(await signedIn)) throw error;
  }
}

/** A truncated answer is no answer: whether the call was carried out is unknown. */
async function send(address: string, request: RequestInit) {
  try {
    const response = await fetch(address, request);
    return { response, text: await response.text() };
  } catch {
    throw new ApiError(0, offline);
  }
}

/** A file generated by the server, in the reader's language; the caller reads the body. */
export async function openFile(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal, headers: { "Accept-Language": language } });
  if (response.ok) return response;
  const text = await response.text();
  throw new ApiError(response.status, text ? (JSON.parse(text) as Problem) : { ...offline, status: response.status, code: "server-error" });
}

export const api = {
  get: <P extends keyof paths>(path: P, options?: Options<Operation<P, "get">>) => call("get", path, options),
  post: <P extends keyof paths>(path: P, options?: Options<Operation<P, "post">>) => call("post", path, options),
  put: <P extends keyof paths>(path: P, options?: Options<Operation<P, "put">>) => call("put", path, options),
  delete: <P extends keyof paths>(path: P, options?: Options<Operation<P, "delete">>) => call("delete", path, options),
};
