import { ApiError, type Schemas } from "../../api/client";

type Service = Schemas["RegisterServiceData"];

const parts = (line: string) => line.split("|").map((part) => part.trim());
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** A mapping as the administrator edits it: one part per line, separated by bars. */
export const linesOf = (service: Pick<Service, "request" | "fields">) => ({
  request: service.request.map((p) => `${p.path} | ${p.value}`).join("\n"),
  fields: service.fields.map((f) => [f.field, f.path, f.date ?? "", f.codes ?? ""].join(" | ").replace(/( \| )+$/, "")).join("\n"),
});

export const requestOf = (text: string): Service["request"] =>
  lines(text).map((line) => {
    const [path = "", value = ""] = parts(line);
    return { path, value };
  });

export const fieldsOf = (text: string): Service["fields"] =>
  lines(text).map((line) => {
    const [field = "", path = "", date = "", codes = ""] = parts(line);
    return { field, path, date: date || null, codes: codes || null };
  });

/** The server names a part of the mapping; the form has one field for all of them, so the line is shown. */
export function atLines(error: ApiError, line: (number: number) => string): ApiError {
  const told = new Map<string, string[]>();
  for (const { field, message } of error.problem.errors ?? []) {
    const part = /^service\.(fields|request)\[(\d+)\]/.exec(field);
    const at = part ? `service.${part[1]}` : field;
    told.set(at, [...(told.get(at) ?? []), part ? `${line(Number(part[2]) + 1)}: ${message}` : message]);
  }
  return new ApiError(error.status, {
    ...error.problem,
    errors: [...told].map(([field, messages]) => ({ field, code: "", message: messages.join(" ") })),
  });
}
