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

type Options<O> = {
  path?: PathOf<O>;
  query?: QueryOf<O>;
  body?: Body<O>;
  /** The ETag that was seen; goes out as If-Match. */
  version?: string;
  /** Same key for a repeated sending: the server does it once. */
  idempotencyKey?: string;
  /** The page asks by itself, nobody pressed anything: the session does not stay open by it. */
  unattended?: boolean;
};

/** An answer with its ETag. */
export type Versioned<T> = { data: T; version: string };

/** The ETag of a part of an answer that tells its version as a guid. */
export const etag = (version: string) => `"${version.replaceAll("-", "")}"`;

/** The server said no: its problem+json. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.code);
  }
}

/** Tells the frame that an act needs a fresh sign-in; the detail is what the server says. */
export const signInAgain = "registry:sign-in-again";

let language = "ky";
export const setLanguage = (next: string) => {
  language = next;
};

const fill = (path: string, values: Record<string, unknown> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));

/** Numbers, days, codes and yes or no; an object in an address would be a mistake. */
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
  if (method === "post") headers["Idempotency-Key"] = options.idempotencyKey ?? crypto.randomUUID();
  const address = fill(path, options.path) + search(options.query);
  let response: Response;
  try {
    response = await fetch(address, {
      method: method.toUpperCase(),
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body, plainTexts),
    });
  } catch {
    throw new ApiError(0, offline);
  }
  const text = await response.text();
  const json = text && (response.headers.get("Content-Type") ?? "").includes("json") ? (JSON.parse(text) as unknown) : undefined;
  if (!response.ok) {
    const refused = json as Problem | undefined;
    if (refused?.code === "sign-in.again") window.dispatchEvent(new CustomEvent(signInAgain, { detail: refused.title }));
    throw new ApiError(response.status, refused ?? { ...offline, status: response.status, code: "server-error" });
  }
  return { data: json as Answer<Operation<P, M>>, version: response.headers.get("ETag") ?? "" };
}

/** A file as the server writes it, in the reader's language; the caller reads the body. */
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
