import { useContext, useEffect, useReducer, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { useLocation, useSearchParams } from "react-router-dom";
import { AboutChild } from "./AboutChild";
import { keep, leave, senderOf } from "./browser";
import type { DraftKeeper } from "./DraftKeeper";
import { draftChanges } from "../../app/core/api/drafts";
import { useChanged } from "../../app/core/api/keys";

// only its type: the names are loaded with the list
type FormName = import("./forms").FormName;

/** What a draft is for. */
export type DraftOf = {
  form: FormName;
  /** The record that the form changes or adds to; a form for something new that belongs to no record has an id of its own in the URL. */
  record?: string;
  /** The child that the form is about, if different from the screen's. */
  subject?: string;
  /** The version of the record that the form was filled from. */
  base?: string;
  /** A draft typed for an older version is restored. */
  onOther?: () => void;
};

/** Files cannot be stored, and a password must not be. */
const kept = (name: string, value: unknown) =>
  value instanceof Blob || value instanceof FileList || /password/i.test(name) ? undefined : value;
const written = (values: unknown) => JSON.stringify(values, kept);

/**
 * Saves what is typed into a form, sealed on the server and readable by its author alone: it survives a lost connection, a closed browser and an ended
 * session. Nothing is kept in the browser.
 */
export function useKeptDraft<T extends FieldValues>(form: UseFormReturn<T>, of: DraftOf | null) {
  const readAgain = useChanged();
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  const [, show] = useReducer((n: number) => n + 1, 0);
  const [fresh, setFresh] = useState(newForm);
  const key = of && [of.form, of.record ?? ""].filter(Boolean).join(".");
  const ofScreen = useContext(AboutChild);
  const subject = of?.subject ?? ofScreen;
  const asked = key ? params.getAll("draft").find((at) => at === key || at.startsWith(`${key}.`)) : undefined;
  const began = useRef<DraftKeeper>(undefined);
  const latest = useRef({ of, pathname, params });
  useEffect(() => {
    latest.current = { of, pathname, params };
  });

  useEffect(() => {
    if (!key) return;
    const own = latest.current.of!.record !== undefined ? key : `${key}.${fresh}`;
    let applying = false;
    const apply = (text: string, base?: string) => {
      applying = true;
      // what the form has but the draft does not, such as a file, stays
      form.reset({ ...form.getValues(), ...(JSON.parse(text) as T) }, { keepDefaultValues: true });
      applying = false;
      const now = latest.current.of;
      if (base && now?.base && base !== now.base) now.onOther?.();
    };
    const changed = () => {
      show();
      name(keeper.key !== key && (keeper.unsaved || keeper.state.savedAt) ? keeper.key : undefined);
    };
    // the URL continues this draft, also after a reload and in the list
    const name = (at: string | undefined) => {
      // after sending, the screen may be another one
      if (window.location.pathname !== latest.current.pathname) return;
      const here = latest.current.params.getAll("draft");
      const others = here.filter((other) => other !== key && !other.startsWith(`${key}.`));
      const next = at ? [...others, at] : others;
      if (next.join() === here.join()) return;
      setParams(
        (current) => {
          current.delete("draft");
          next.forEach((one) => current.append("draft", one));
          return current;
        },
        { replace: true },
      );
    };
    const sender = senderOf({ childId: subject, place: () => placeOf(latest.current, keeper.key) });
    const keeper = keep(asked ?? own, sender, apply, changed, of?.base);
    began.current = keeper;
    show();
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (applying) return;
        const text = written(values);
        keeper.typed(text, !!isDirty);
        if (keeper.key !== key && keeper.unsaved) name(keeper.key);
      },
    });
    return () => {
      stop();
      leave(keeper);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one keeper per opened form; `asked` is what it has written itself
  }, [form, key, subject, fresh]);

  const end = async () => {
    const keeper = began.current;
    if (!keeper) return;
    await keeper.end(key!);
    await readAgain(...draftChanges);
  };

  return {
    state: began.current?.state ?? {},
    key: key ?? undefined,
    subject,
    offers: () => !!began.current?.state.offered,
    attempt: () => began.current?.attempt,
    beforeSend: (values: T) => began.current?.beforeSend(written(values)) ?? Promise.resolve(true),
    notSent: () => void began.current?.notSent(),
    /** The server has accepted it. */
    sent: async () => {
      await end();
      if (of && of.record === undefined) setFresh(newForm());
    },
    discard: async () => {
      form.reset();
      await end();
      if (of && of.record === undefined) setFresh(newForm());
    },
    take: () => void began.current?.takeOffered(),
    leaveIt: () => began.current?.leaveOffered(),
  };
}

const newForm = () => crypto.randomUUID().slice(-12);

/** Where the form is, without the search part. */
function placeOf({ pathname, params }: { pathname: string; params: URLSearchParams }, key: string) {
  const query = [...params]
    .filter(([name, value]) => name !== "draft" && /^[\w.-]+$/.test(value))
    .map(([name, value]) => `${name}=${value}`);
  const place = `${pathname}?${[...query, `draft=${key}`].join("&")}`;
  return place.length <= 200 ? place : pathname;
}
