import type { Schemas } from "../../api/client";

type Service = Schemas["RegisterServiceData"];

const parts = (line: string) => line.split("|").map((part) => part.trim());
const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** A mapping as the administrator edits it: one line a part, divided by bars. */
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
