import { api, otherPerson, signedInAgain } from "../../api/client";
import { DraftKeeper, type Clock, type Sender } from "./DraftKeeper";

/** What the form is about: a child's draft is purged with the child, and only those who may see the child read it. */
export type About = { childId?: string; place: () => string };

export const senderOf = (about: About): Sender => ({
  read: async (key) => {
    const { data } = await api.get("/api/children/drafts/{key}", { path: { key }, waits: false });
    return data.text === null ? null : { text: data.text, savedAt: data.savedAt!, number: data.number! };
  },
  save: async (saving, { leaving, byItself }) => {
    const body = { ...saving, childId: about.childId ?? null, place: about.place() };
    return (await api.post("/api/children/drafts", { body, leaving, unattended: byItself, idempotencyKey: null, waits: false })).data;
  },
  drop: async (key, writer, number) => {
    await api.delete("/api/children/drafts/{key}", { path: { key }, query: { writer, number: number ?? undefined }, waits: false });
  },
  online: () => navigator.onLine,
});

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Every keeper whose form is open, and those that still have something to save although their form is gone. */
const keepers = new Set<DraftKeeper>();

/** The keeper of a form: if one was left with something not saved yet, that same one. */
export function keep(key: string, sender: Sender, apply: (values: string, base?: string) => void, changed: () => void, base?: string) {
  const left = [...keepers].find((keeper) => keeper.key === key && keeper.unsaved && isLeft.has(keeper));
  if (left) {
    isLeft.delete(left);
    left.changed = changed;
    left.attach(apply);
    return left;
  }
  const keeper = new DraftKeeper(key, sender, clock, () => crypto.randomUUID(), apply, changed, base);
  keepers.add(keeper);
  void keeper.open();
  return keeper;
}

const isLeft = new WeakSet<DraftKeeper>();

/** The form is gone from the screen: what is not saved yet is saved immediately, or as soon as possible. */
export function leave(keeper: DraftKeeper) {
  isLeft.add(keeper);
  const gone = () => {
    if (isLeft.has(keeper) && !keeper.unsaved) keepers.delete(keeper);
  };
  keeper.changed = gone;
  void keeper.flush().then(gone);
}

const flushAll = () => keepers.forEach((keeper) => void keeper.flush(true));
window.addEventListener("pagehide", flushAll);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flushAll());
window.addEventListener("beforeunload", (event) => {
  if ([...keepers].some((keeper) => keeper.mustWarn)) event.preventDefault();
});
const resumeAll = () => keepers.forEach((keeper) => void keeper.resume());
window.addEventListener("online", resumeAll);
window.addEventListener(signedInAgain, resumeAll);
window.addEventListener(otherPerson, () => keepers.forEach((keeper) => keeper.stop()));
