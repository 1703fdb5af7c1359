import { Alert, AlertTitle, Link } from "@mui/material";
import { type Ref, useLayoutEffect, useState } from "react";
import { useTranslate } from "react-admin";
import type { FieldErrors } from "react-hook-form";
import { kebab } from "./kebab";
import { fieldIn, reveal } from "./reveal";

type Line = { path: string; at?: HTMLElement; name: string; message: string };

/** The errors of a form: each line names its field, with the list entry that it belongs to, and leads to it. */
export function ErrorSummary({
  errors,
  general,
  prefix,
  place,
}: {
  errors: FieldErrors;
  general?: string;
  prefix: string;
  place: Ref<HTMLDivElement>;
}) {
  const translate = useTranslate();
  const [lines, setLines] = useState<Line[]>([]);
  const found = flatten(errors);
  const told = JSON.stringify(found);
  // field names are on the screen already: read them there, once the fields that an error adds are there too
  useLayoutEffect(() => {
    const lines = (JSON.parse(told) as [string, string][]).map(([path, message]): Line => {
      const at = fieldOf(path, prefix);
      // a hidden field still has a name among the texts
      const texts = path
        .split(".")
        .reverse()
        .filter((part) => /[a-z]/i.test(part));
      const known = texts.flatMap((part) => [`field.${kebab(part)}`, `item.${part}`]).map((key) => translate(key, { _: "" }));
      return { path, message, at, name: at ? nameOf(at) : (known.find(Boolean) ?? "") };
    });
    lines.sort((a, b) =>
      a.at && b.at ? (a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1) : a.at ? -1 : b.at ? 1 : 0,
    );
    setLines(lines);
  }, [told, prefix, translate]);

  if (found.length === 0 && !general) return null;
  return (
    <Alert severity="error" ref={place} tabIndex={-1} sx={{ mb: 2 }} role="alert">
      <AlertTitle>{translate(general ? "form.not-sent" : "form.check")}</AlertTitle>
      {general}
      {lines.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {lines.map(({ path, at, name, message }) => (
            <li key={path}>
              {at ? (
                <Link
                  href={`#${at.id}`}
                  color="inherit"
                  onClick={(event) => {
                    event.preventDefault();
                    go(at.id);
                  }}
                >
                  {name && `${name}: `}
                  {message}
                </Link>
              ) : (
                <>
                  {name && `${name}: `}
                  {message}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function go(id: string) {
  const place = document.getElementById(id);
  if (place) reveal(document.getElementById(`${id}-label`) ?? place, fieldIn(place) ?? place);
}

/** The field of a path, otherwise what contains it, otherwise its own first part. */
function fieldOf(path: string, prefix: string): HTMLElement | undefined {
  const parts = path.split(".");
  for (let count = parts.length; count > 0; count--) {
    const at = document.getElementById(prefix + parts.slice(0, count).join("."));
    if (at) return at;
  }
  return document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${prefix}${path}.`)}"]:not([id$="-label"])`) ?? undefined;
}

/** «Second relative · Full name»: the label, after the entries that contain it. */
function nameOf(at: HTMLElement) {
  const words = [labelOf(at)];
  for (let group = at.parentElement?.closest("[role='group']"); group; group = group.parentElement?.closest("[role='group']"))
    words.unshift(labelOf(group));
  return words.filter(Boolean).join(" · ");
}

function labelOf(at: Element) {
  const label =
    at.getAttribute("aria-label") ??
    (
      document.getElementById(`${at.id}-label`) ??
      document.querySelector(`label[for="${CSS.escape(at.id)}"]`) ??
      document.getElementById(at.getAttribute("aria-labelledby")?.split(" ")[0] ?? "") ??
      at.closest("label") ??
      at.querySelector("h2, h3, legend")
    )?.textContent;
  // without «optional» and the required mark
  return (label ?? "").replace(/\s*(\([^)]*\)|\*)\s*$/, "").trim();
}

function flatten(errors: object, path = ""): [string, string][] {
  return Object.entries(errors).flatMap(([name, error]): [string, string][] => {
    if (!error || typeof error !== "object" || name === "ref") return [];
    // the error of a whole list is in its root
    const here = name === "root" ? path : path ? `${path}.${name}` : name;
    const { message } = error as { message?: unknown };
    if (typeof message === "string") return [[here, message]];
    return flatten(error as object, here);
  });
}
