import { formOf, type Kept, type Saved, type Saving } from "./DraftKeeper";

/** Repeatable randomness. */
export const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** Time that passes only when a test lets it. */
export class PlayedTime {
  now = 1_000_000;
  private acts: { at: number; act: () => void }[] = [];

  after = (ms: number, act: () => void) => {
    const one = { at: this.now + ms, act };
    this.acts.push(one);
    return () => void (this.acts = this.acts.filter((other) => other !== one));
  };

  async pass(ms: number) {
    const until = this.now + ms;
    for (;;) {
      await settle();
      const next = this.acts.reduce<(typeof this.acts)[0] | undefined>((a, b) => (b.at <= until && (!a || b.at < a.at) ? b : a), undefined);
      if (!next) break;
      this.acts = this.acts.filter((other) => other !== next);
      this.now = Math.max(this.now, next.at);
      next.act();
    }
    this.now = until;
  }
}

const settle = () => new Promise<void>((go) => setImmediate(go));

export const refusal = (status: number, message = "") => Object.assign(new Error(message), { status });

type Row = { writer: string; number: number; text: string };

/** The rules of SaveDraft, DropDraft and Idempotency, as on the server. */
export class PlayedServer {
  drafts = new Map<string, Row>();
  records = new Map<string, string>();
  signedIn = true;
  private ends = 0;

  private demand() {
    if (!this.signedIn) throw refusal(401);
  }

  read(key: string): Kept | null {
    this.demand();
    const row = this.drafts.get(key);
    return row ? { text: row.text, savedAt: "", number: row.number } : null;
  }

  /** @param signedIn As it was when the page sent it. */
  save({ key, text, writer, number, after }: Saving, signedIn = this.signedIn): Saved {
    if (!signedIn) throw refusal(401);
    let row = this.drafts.get(key);
    let order = orderOf(row, writer, number, after);
    if (order === "beside") {
      const form = formOf(key);
      const own = [...this.drafts].find(([at, other]) => formOf(at) === form && other.writer === writer);
      [key, row] = own ?? [`${form}.w${(++this.ends).toString(16).padStart(8, "0")}`, undefined];
      order = orderOf(row, writer, number, after);
    }
    if (order === "next") this.drafts.set(key, (row = { writer, number, text }));
    return { key, savedAt: "", number: row!.number };
  }

  drop(key: string, writer: string, number: number | null) {
    this.demand();
    const row = this.drafts.get(key);
    if (row && (row.writer === writer || row.number === number)) this.drafts.delete(key);
  }

  /** @returns False if another body was registered under the key before. */
  register(attempt: string, body: string) {
    this.demand();
    if (!this.records.has(attempt)) this.records.set(attempt, body);
    return this.records.get(attempt) === body;
  }
}

const orderOf = (row: Row | undefined, writer: string, number: number, after: number | null) =>
  !row ? "next" : row.writer === writer ? (number > row.number ? "next" : "late") : after === row.number ? "next" : "beside";

/** A connection that is cut, is slow, loses requests and responses, and reorders requests. */
export class PlayedLine {
  cut = false;

  constructor(
    private readonly time: PlayedTime,
    private readonly random: () => number,
  ) {}

  /** @param alive Whether the page still exists; its last request is sent by the browser, exactly once. */
  async carry<T>(act: () => T, alive: () => boolean, surely = false): Promise<T> {
    const wait = (most: number) => new Promise<void>((go) => this.time.after(Math.floor(this.random() * most), go));
    const never = () => new Promise<never>(() => undefined);
    if (this.cut) {
      await wait(50);
      throw refusal(0);
    }
    const fate = this.random();
    const slow = this.random() < 0.2 ? 20_000 : 800;
    if (!surely && fate < 0.07) {
      await wait(slow);
      throw refusal(0);
    }
    if (!surely && fate < 0.14) {
      // abandoned by the page, but still in flight
      this.time.after(Math.floor(this.random() * 30_000), () => {
        try {
          act();
        } catch {
          // the response is lost
        }
      });
      await wait(2_000);
      throw refusal(0);
    }
    await wait(slow);
    const answer = attempt(act);
    await wait(slow);
    if (!alive()) return never();
    if (fate > 0.88) throw refusal(0);
    return answer();
  }
}

const attempt = <T>(act: () => T): (() => T) => {
  try {
    const answer = act();
    return () => answer;
  } catch (error) {
    return () => {
      throw error as Error;
    };
  }
};
