import { expect, test } from "vitest";
import { DraftKeeper, type Sender } from "./DraftKeeper";
import { chance, PlayedLine, PlayedServer, PlayedTime, refusal } from "./playedServer";

/** One opened page with one form, and its user: every typed letter is globally unique. */
class Tab {
  form: string[] = [];
  keeper!: DraftKeeper;
  private page = { alive: true };
  sending = false;

  constructor(
    private readonly world: World,
    public key: string,
  ) {
    this.open();
  }

  private open() {
    const page = (this.page = { alive: true });
    const { server, line, time } = this.world;
    const call = <T>(act: () => T, surely = false) => line.carry(act, () => page.alive, surely);
    const sender: Sender = {
      read: (key) => call(() => server.read(key)),
      // a closed page cannot sign in again: a session that ends in the very second of leaving is not simulated
      save: (saving, { leaving }) => {
        const signedIn = leaving ? server.signedIn : undefined;
        return call(() => server.save(saving, signedIn), leaving);
      },
      drop: (key, writer, number) => call(() => server.drop(key, writer, number)),
      online: () => !line.cut,
    };
    this.form = [];
    this.sending = false;
    const keeper: DraftKeeper = new DraftKeeper(
      this.key,
      sender,
      { now: () => time.now, after: (ms, act) => time.after(ms, () => page.alive && act()) },
      this.world.newId,
      (values) => (this.form = JSON.parse(values) as string[]),
      () => page.alive && (this.key = keeper.key),
    );
    this.keeper = keeper;
    void keeper.open();
  }

  type() {
    if (this.sending) return;
    const letter = `<${this.world.typed.length}>`;
    this.world.typed.push(letter);
    this.form = [...this.form, letter];
    this.keeper.typed(JSON.stringify(this.form), true);
  }

  /** The browser prompts first if the page requests it, and a person then stays. */
  reload() {
    // a user signed out a moment ago cannot know it yet
    if (this.keeper.mustWarn || (this.keeper.unsaved && !this.world.server.signedIn)) return;
    void this.keeper.flush(true);
    this.page.alive = false;
    this.keeper.stop();
    this.open();
  }

  async send() {
    const { page, keeper, form } = this;
    if (this.sending || form.length === 0) return;
    this.sending = true;
    if (await keeper.beforeSend(JSON.stringify(form))) {
      const { attempt } = keeper;
      try {
        const { server, line } = this.world;
        const first = await line.carry(
          () => server.register(attempt, JSON.stringify(form)),
          () => page.alive,
        );
        if (first) {
          this.form = [];
          void keeper.end();
        } else keeper.notSent();
      } catch {
        keeper.notSent();
      }
    }
    if (this.page === page) this.sending = false;
  }
}

class World {
  typed: string[] = [];
  time = new PlayedTime();
  server = new PlayedServer();
  line: PlayedLine;
  tabs: Tab[] = [];
  private ids = 0;
  newId = () => (++this.ids).toString(16).padStart(32, "0");

  constructor(readonly random: () => number) {
    this.line = new PlayedLine(this.time, random);
  }

  of<T>(all: T[]) {
    return all[Math.floor(this.random() * all.length)]!;
  }

  /** Connection and session are restored: waiting users continue. */
  async heal() {
    this.line.cut = false;
    this.server.signedIn = true;
    for (const tab of this.tabs) void tab.keeper.resume();
    await this.time.pass(1_000);
  }
}

async function play(seed: number) {
  const world = new World(chance(seed));
  const { random, tabs } = world;
  tabs.push(new Tab(world, "register-signal.1"));
  for (let step = 0; step < 120; step++) {
    const tab = world.of(tabs);
    const what = random();
    if (what < 0.62) tab.type();
    else if (what < 0.68) void tab.send();
    else if (what < 0.73) tab.reload();
    else if (what < 0.76 && tabs.length < 3) tabs.push(new Tab(world, world.of(["register-signal.1", tab.key])));
    else if (what < 0.8) world.line.cut = true;
    else if (what < 0.83) world.server.signedIn = false;
    else if (what < 0.93) await world.heal();
    else if (tab.keeper.state.offered) {
      if (random() < 0.6) await Promise.race([tab.keeper.takeOffered(), world.time.pass(60_000)]);
      else tab.keeper.leaveOffered();
    }
    await world.time.pass(random() * (random() < 0.1 ? 20_000 : 1_200));
  }
  for (let i = 0; i < 8; i++) {
    await world.heal();
    await world.time.pass(70_000);
  }
  return world;
}

test("300 random runs of typing on a bad line: no letter is lost, nothing is registered twice", async () => {
  let [letters, records, forks] = [0, 0, 0];
  for (let seed = 1; seed <= 300; seed++) {
    const { typed, server, tabs } = await play(seed);
    expect(
      tabs.filter((tab) => tab.keeper.unsaved),
      `run ${seed}: not saved`,
    ).toEqual([]);
    const kept = [...server.drafts.values()].map((row) => row.text).join() + [...server.records.values()].join();
    expect(
      typed.filter((letter) => !kept.includes(letter)),
      `run ${seed}: lost`,
    ).toEqual([]);
    const registered = [...server.records.values()].flatMap((body) => JSON.parse(body) as string[]);
    expect(registered.length, `run ${seed}: doubled`).toBe(new Set(registered).size);
    letters += typed.length;
    records += server.records.size;
    forks += [...server.drafts.keys()].filter((key) => key.includes(".w")).length;
  }
  // the runs covered what they are for
  expect(letters).toBeGreaterThan(10_000);
  expect(records).toBeGreaterThan(300);
  expect(forks).toBeGreaterThan(50);
}, 120_000);

const plain = (over: Partial<Sender> = {}) => {
  const time = new PlayedTime();
  const sent: string[] = [];
  const sender: Sender = {
    read: () => Promise.resolve(null),
    save: ({ key, text, number }) => {
      sent.push(text);
      return Promise.resolve({ key, savedAt: "then", number });
    },
    drop: () => Promise.resolve(),
    online: () => true,
    ...over,
  };
  const applied: string[] = [];
  let ids = 0;
  const keeper = new DraftKeeper(
    "form",
    sender,
    { now: () => time.now, after: time.after },
    () => `${++ids}`,
    (values) => applied.push(values),
  );
  return { time, sent, keeper, applied };
};

test("What was never typed is not kept, and who types without a stop is saved too", async () => {
  const { time, sent, keeper } = plain();
  await keeper.open();
  keeper.typed('""', false);
  await time.pass(60_000);
  expect(sent).toEqual([]);
  for (let i = 0; i < 10; i++) {
    keeper.typed(`"${i}"`, true);
    await time.pass(1_000);
  }
  expect(sent.length).toBeGreaterThan(0);
  expect(keeper.state.savedAt).toBe("then");
});

test("Without a line it says so, tries again after growing pauses, and warns who leaves", async () => {
  const tries: number[] = [];
  const { time, keeper } = plain({
    save: () => {
      tries.push(time.now);
      return Promise.reject(refusal(0));
    },
  });
  await keeper.open();
  keeper.typed('"x"', true);
  expect(keeper.mustWarn).toBe(false);
  await time.pass(120_000);
  expect(keeper.state.trouble).toBe("offline");
  expect(keeper.mustWarn).toBe(true);
  const pauses = tries.slice(1).map((at, i) => at - tries[i]!);
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
});

test("What comes back after typing began is offered, not put over it, and nothing is sent before it is answered", async () => {
  let bring!: (kept: unknown) => void;
  const { time, keeper, applied } = plain({ read: () => new Promise((go) => (bring = go as typeof bring)) });
  const opened = keeper.open();
  keeper.typed('"new"', true);
  bring({ text: JSON.stringify({ attempt: "first", values: "old" }), savedAt: "before", number: 7 });
  await opened;
  expect(applied).toEqual([]);
  expect(keeper.state.offered?.savedAt).toBe("before");
  expect(await keeper.beforeSend('"new"')).toBe(false);
  await keeper.takeOffered();
  await time.pass(0);
  expect(applied).toEqual(['"old"']);
  // sent again, it is the same attempt
  expect(keeper.attempt).toBe("first");
  expect(await keeper.beforeSend('"old"')).toBe(true);
});

test("A draft that equals the form is not offered: sent before it was read, the form keeps its first attempt", async () => {
  let bring!: (kept: unknown) => void;
  const { keeper, applied, sent } = plain({ read: () => new Promise((go) => (bring = go as typeof bring)) });
  void keeper.open();
  const before = keeper.beforeSend('{"reason":""}');
  bring({ text: JSON.stringify({ attempt: "first", values: { reason: "" } }), savedAt: "before", number: 7 });
  expect(await before).toBe(true);
  expect(keeper.attempt).toBe("first");
  expect([keeper.state.offered, applied, sent]).toEqual([undefined, [], []]);
});

test("A page of another person sends nothing more", async () => {
  let saves = 0;
  const { time, keeper } = plain({ save: () => (saves++, Promise.reject(refusal(409, "account.other"))) });
  await keeper.open();
  keeper.typed('"x"', true);
  await time.pass(10_000);
  keeper.typed('"xy"', true);
  await time.pass(100_000);
  expect([saves, keeper.state.trouble, keeper.mustWarn]).toEqual([1, "other-person", false]);
});

test("What was typed and taken back is kept no more", async () => {
  const dropped: string[] = [];
  const { time, sent, keeper } = plain({ drop: (key) => (dropped.push(key), Promise.resolve()) });
  await keeper.open();
  keeper.typed('"x"', true);
  await time.pass(2_000);
  keeper.typed('""', false);
  await time.pass(2_000);
  expect([sent.length, dropped]).toEqual([1, ["form"]]);
  expect(keeper.state.savedAt).toBeUndefined();
});
