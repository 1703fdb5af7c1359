/** What is stored under a key: the text as it was sent, and its number. */
export type Kept = { text: string; savedAt: string; number: number };
export type Saving = { key: string; text: string; writer: string; number: number; after: number | null };
export type Saved = { key: string; savedAt: string; number: number };

export type Sender = {
  read: (key: string) => Promise<Kept | null>;
  /** @param leaving The page may be gone before the answer. @param byItself A retry without new typing. */
  save: (saving: Saving, how: { leaving: boolean; byItself: boolean }) => Promise<Saved>;
  /** Deletes what this page has written, or what is stored under the number. */
  drop: (key: string, writer: string, number: number | null) => Promise<void>;
  online: () => boolean;
};

export type Clock = { now: () => number; after: (ms: number, act: () => void) => () => void };

/** Why what was typed is not saved. */
export type Trouble = "offline" | "signed-out" | "refused" | "other-person";

export type DraftState = {
  savedAt?: string;
  /** Typed earlier and restored. */
  restored?: boolean;
  /** Typed earlier; it arrived after typing had begun, and is waiting. */
  offered?: Kept;
  /** Another page of the same person writes this form: both are kept. */
  beside?: boolean;
  trouble?: Trouble;
};

type Envelope = { attempt: string; base?: string; values: unknown };

const pause = 1_500;
/** Continuous typing is saved too. */
const longestPause = 6_000;
const triedAgainAfter = [2_000, 4_000, 8_000, 16_000, 32_000, 60_000];

/**
 * Saves what is typed into one opened form on the server: one save at a time, the latest wins, failed saves are retried. It knows nothing about forms, the
 * browser or time, so that a test can simulate all three.
 */
export class DraftKeeper {
  state: DraftState = {};
  /** The form is sent under this key: it is stored with the draft, so that a form sent again after a lost response, even by another page, is processed once. */
  attempt: string;

  private typedNow?: string;
  private confirmed?: string;
  private confirmedNumber = 0;
  private after: number | null = null;
  private number = 0;
  private writer: string;
  private saving?: Promise<void>;
  private opening?: Promise<void>;
  private firstUnsaved?: number;
  private tries = 0;
  private cancel?: () => void;
  private held = false;
  private offeredAt = "";
  private ended = false;
  private waiters: (() => void)[] = [];

  constructor(
    public key: string,
    private readonly sender: Sender,
    private readonly clock: Clock,
    private readonly newId: () => string,
    /** Puts the stored draft into the form. */
    private apply: (values: string, base?: string) => void,
    public changed: () => void = () => undefined,
    /** The version of the record that the form was filled from. */
    public base?: string,
  ) {
    this.writer = newId();
    this.attempt = newId();
  }

  /** Some typing is not known to be saved. */
  get unsaved() {
    return this.typedNow !== undefined && this.typedNow !== this.confirmed;
  }

  /** Leaving the page would lose something. */
  get mustWarn() {
    return this.unsaved && !this.ended && (!!this.state.trouble || !this.sender.online());
  }

  /** Restores the stored draft; what is typed meanwhile takes precedence. */
  open() {
    this.opening ??= this.read();
    return this.opening;
  }

  private async read() {
    for (;;) {
      try {
        const kept = await this.sender.read(this.key);
        if (this.ended) return;
        // an equal draft needs no question, even if the form was sent before this answer arrived
        if (kept && (this.typedNow === undefined || this.typedNow === JSON.stringify(open(kept.text).values))) this.restore(kept);
        else if (kept) {
          this.offeredAt = this.key;
          this.tell({ offered: kept });
        }
        break;
      } catch (error) {
        const trouble = troubleOf(error);
        // loading failed: what is typed is still saved, beside what may be there
        if (trouble === "refused" || trouble === "other-person") break;
        if (this.typedNow !== undefined) this.tell({ trouble });
        await this.pauseBeforeNext();
        if (this.ended) return;
      }
    }
    this.opening = Promise.resolve();
    this.tries = 0;
    if (this.unsaved) await this.save();
  }

  private restore(kept: Kept) {
    const { attempt, base, values } = open(kept.text);
    const text = JSON.stringify(values);
    this.after = kept.number;
    this.attempt = attempt ?? this.attempt;
    const isThere = this.typedNow === text;
    if (!isThere) this.base = base ?? this.base;
    [this.typedNow, this.confirmed] = [text, text];
    this.tell({ savedAt: kept.savedAt, restored: true, offered: undefined });
    if (!isThere) this.apply(text, base);
  }

  /** @param dirty Something differs from the initial values. */
  typed(values: string, dirty: boolean) {
    // typed and undone: there is nothing to save, and the stored draft is deleted
    if (!dirty && !this.held) {
      this.cancel?.();
      this.typedNow = this.confirmed;
      if (this.confirmed !== undefined || this.saving) this.cancel = this.clock.after(pause, () => void this.forget());
      return;
    }
    if (values === this.typedNow) return;
    this.typedNow = values;
    if (!this.unsaved || this.held || this.ended) return;
    this.firstUnsaved ??= this.clock.now();
    const wait = Math.min(pause, Math.max(0, this.firstUnsaved + longestPause - this.clock.now()));
    // a lost connection is retried in its own time
    if (this.state.trouble !== "offline" && this.state.trouble !== "signed-out") this.in(wait);
  }

  /** Saves immediately what is not saved yet. */
  async flush(leaving = false) {
    this.cancel?.();
    // a leaving page cannot wait for an answer: the server restores the order
    if (this.saving && !leaving) await this.saving;
    if (this.unsaved) await this.save({ leaving });
  }

  /** Connection or session is restored. */
  async resume() {
    this.tries = 0;
    this.waiters.splice(0).forEach((go) => go());
    if (this.state.trouble && this.unsaved) await this.flush();
  }

  /**
   * Before a form is sent: its draft is first saved with the key of the attempt.
   * @returns False if nothing can be sent: offline, another person is signed in, or an offered draft awaits a decision.
   */
  async beforeSend(values: string) {
    this.held = true;
    this.cancel?.();
    while (this.saving) await this.saving;
    // a form sent as it was opened is saved too
    this.typedNow = values;
    while (this.unsaved && !this.ended) {
      await this.save();
      if (this.state.trouble === "offline" || this.state.trouble === "other-person") return this.notSent();
      if (this.state.trouble === "signed-out") await new Promise<void>((go) => this.waiters.push(go));
      else if (this.state.trouble) break;
    }
    await this.opening;
    return this.state.offered || this.ended ? this.notSent() : true;
  }

  /** Refused, or unknown: the next attempt reuses the same key. */
  notSent() {
    this.held = false;
    if (this.unsaved) this.in(pause);
    return false;
  }

  /** The server has accepted the form, or its author discards it. */
  async end(key = this.key) {
    this.cancel?.();
    const [writer, number, saving] = [this.writer, this.after, this.saving];
    const kept = this.confirmed !== undefined || !!saving;
    const at = this.key;
    [this.typedNow, this.confirmed, this.after, this.firstUnsaved] = [undefined, undefined, null, undefined];
    [this.confirmedNumber, this.tries, this.held] = [0, 0, false];
    // what is typed from now on is another form
    [this.writer, this.attempt, this.key] = [this.newId(), this.newId(), key];
    this.state = {};
    this.changed();
    if (!kept) return;
    await this.drop(at, writer, number);
    // a save still in flight would bring it back
    if (saving) await saving.then(() => this.drop(at, writer, null));
  }

  private async drop(key: string, writer: string, number: number | null) {
    for (const wait of triedAgainAfter) {
      try {
        await this.sender.drop(key, writer, number);
        return;
      } catch (error) {
        if (troubleOf(error) !== "offline") return;
        await new Promise<void>((go) => this.clock.after(wait, go));
      }
    }
  }

  private async forget() {
    while (this.saving) await this.saving;
    if (this.ended || (this.typedNow !== undefined && this.unsaved)) return;
    const [writer, number] = [this.writer, this.after];
    [this.typedNow, this.confirmed, this.after, this.confirmedNumber] = [undefined, undefined, null, 0];
    this.writer = this.newId();
    this.state = {};
    this.changed();
    await this.drop(this.key, writer, number);
  }

  /** Takes the offered draft; what was typed since stays in a draft of its own. */
  async takeOffered() {
    const { offered } = this.state;
    // what is being registered does not change on the way
    if (!offered || this.held) return;
    await this.flush();
    if (this.unsaved || this.held) return;
    [this.writer, this.key] = [this.newId(), this.offeredAt];
    this.tell({ beside: false });
    this.restore(offered);
  }

  /** It stays where it is, in the list of unsent forms. */
  leaveOffered() {
    this.tell({ offered: undefined });
  }

  /** The form's screen is gone, the browser page is not: what is not saved yet is saved from here on. */
  attach(apply: (values: string, base?: string) => void) {
    this.apply = apply;
    if (this.typedNow !== undefined) apply(this.typedNow, this.base);
  }

  /** The browser page is gone, or belongs to another person now: nothing happens any more. */
  stop() {
    this.ended = true;
    this.cancel?.();
    this.waiters.splice(0).forEach((go) => go());
  }

  private in(ms: number, byItself = false) {
    this.cancel?.();
    this.cancel = this.clock.after(ms, () => void this.save({ byItself }));
  }

  private async save(how: { leaving?: boolean; byItself?: boolean } = {}): Promise<void> {
    if (this.ended || !this.unsaved) return;
    const leaving = !!how.leaving;
    if (!leaving) {
      await this.opening;
      while (this.saving) await this.saving;
      if (this.ended || !this.unsaved) return;
    }
    const one = this.send({ leaving, byItself: !!how.byItself });
    this.saving = one;
    await one;
    if (this.saving === one) this.saving = undefined;
  }

  private async send(how: { leaving: boolean; byItself: boolean }) {
    const [values, writer] = [this.typedNow!, this.writer];
    const number = (this.number = Math.max(this.number + 1, this.clock.now()));
    this.firstUnsaved = undefined;
    const text = JSON.stringify({ attempt: this.attempt, base: this.base, values: JSON.parse(values) as unknown } satisfies Envelope);
    try {
      const saved = await this.sender.save({ key: this.key, text, writer, number, after: this.after }, how);
      // sent and deleted meanwhile
      if (writer !== this.writer) return;
      this.tries = 0;
      if (number < this.confirmedNumber) return;
      const beside = this.state.beside || saved.key !== this.key;
      [this.confirmed, this.confirmedNumber, this.after, this.key] = [values, number, saved.number, saved.key];
      this.tell({ savedAt: saved.savedAt, trouble: undefined, beside });
      if (this.unsaved && !this.held) this.in(pause);
    } catch (error) {
      if (writer !== this.writer) return;
      const trouble = troubleOf(error);
      this.tell({ trouble });
      if (trouble === "other-person") this.stop();
      else if (trouble !== "refused" && !this.held) this.in(this.nextPause(), true);
    }
  }

  private nextPause() {
    return triedAgainAfter[Math.min(this.tries++, triedAgainAfter.length - 1)]!;
  }

  private pauseBeforeNext() {
    return new Promise<void>((go) => {
      const cancel = this.clock.after(this.nextPause(), go);
      this.waiters.push(() => (cancel(), go()));
    });
  }

  private tell(state: Partial<DraftState>) {
    this.state = { ...this.state, ...state };
    this.changed();
  }
}

/** A draft from before attempts were stored is its values alone. */
const open = (text: string): Partial<Envelope> & { values: unknown } => {
  const kept = JSON.parse(text) as Envelope;
  return typeof kept.attempt === "string" && "values" in kept ? kept : { values: kept };
};

/** The key without the suffix that the server gives to a second page. */
export const formOf = (key: string) => key.replace(/\.w[0-9a-f]{8}$/, "");

const troubleOf = (error: unknown): Trouble => {
  const { status, message } = error as { status?: number; message?: string };
  if (message === "account.other") return "other-person";
  if (status === 401) return "signed-out";
  return status === undefined || status === 0 || status === 429 || status >= 500 ? "offline" : "refused";
};
