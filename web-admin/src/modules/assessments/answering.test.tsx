import { useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { Schemas, Versioned } from "../../api/client";
import { around, type Call, pass, playedQueries, playServer, refusal } from "../../ui/played";
import { useAnswering } from "./answering";
import { assessmentQuery } from "./api/assessments";

const id = "66666666-6666-4666-8666-666666666666";
const read = `GET /api/assessments/${id}`;
const save = `PUT /api/assessments/${id}/answers`;
type Answers = Record<string, string>;

/** An assessment as stored on the server. */
function playAssessment(answers: Answers = {}) {
  const stored = { version: 1, answers };
  const line = { cut: false, slow: undefined as Promise<void> | undefined };
  const server = playServer({
    [read]: () => ({ body: { id, answers: stored.answers }, etag: `"${stored.version}"` }),
    [save]: async ({ body, header }: Call) => {
      await line.slow;
      if (line.cut) return "broken line";
      if (header("If-Match") !== `"${stored.version}"`) return refusal(412, "stale");
      stored.answers = (body as { answers: Answers }).answers;
      stored.version++;
      return { status: 204 };
    },
  });
  return { stored, line, sent: () => server.of(save).map(({ body }) => (body as { answers: Answers }).answers) };
}

function Played() {
  const loaded = useQuery(assessmentQuery(id)).data;
  return loaded ? <Answering loaded={loaded} /> : null;
}

function Answering({ loaded }: { loaded: Versioned<Schemas["AssessmentView"]> }) {
  const { answers, base, theirs, state, problem, change, settle, again } = useAnswering(loaded);
  return (
    <>
      {["food", "school"].map((code) => (
        <input key={code} aria-label={code} value={answers[code] ?? ""} onChange={(event) => change(code, event.target.value)} />
      ))}
      <p role="status">{state}</p>
      {problem && (
        <button role="alert" onClick={again}>
          {problem}
        </button>
      )}
      {theirs && (
        <button onClick={() => settle({ ...theirs.answers, ...answers })}>{JSON.stringify({ base, theirs: theirs.answers })}</button>
      )}
    </>
  );
}

const answer = (code: string, value: string) => fireEvent.change(screen.getByLabelText(code), { target: { value } });
const state = () => screen.getByRole("status").textContent;
const open = async () => {
  render(<Played />, { wrapper: around(playedQueries()) });
  await pass(0);
};

beforeEach(() => void vi.useFakeTimers());

test("Answers go out together, a second after the last one", async () => {
  const { stored, sent } = playAssessment();
  await open();
  answer("food", "enough");
  await pass(600);
  answer("school", "goes");
  await pass(600);
  expect(state()).toBe("saving");
  expect(sent()).toEqual([]);
  await pass(600);
  expect(sent()).toEqual([{ food: "enough", school: "goes" }]);
  expect(state()).toBe("saved");
  expect(stored.version).toBe(2);
});

test("An answer that was taken away goes out as none", async () => {
  const { stored } = playAssessment({ food: "enough" });
  await open();
  answer("food", "");
  await pass(1_500);
  expect(stored.answers).toEqual({});
});

test("What is answered while a saving is on its way follows it: nobody is in conflict with themselves", async () => {
  const { stored, line, sent } = playAssessment();
  let arrive!: () => void;
  line.slow = new Promise<void>((go) => (arrive = go));
  await open();
  answer("food", "enough");
  await pass(1_500);
  answer("school", "goes");
  await pass(1_500);
  expect(sent()).toEqual([{ food: "enough" }]);
  arrive();
  await pass(500);
  expect(sent()).toEqual([{ food: "enough" }, { food: "enough", school: "goes" }]);
  expect(stored.answers).toEqual({ food: "enough", school: "goes" });
  expect(state()).toBe("saved");
});

test("Without a line it says so, and all answers go out at the next try", async () => {
  const { stored, line } = playAssessment();
  line.cut = true;
  await open();
  answer("food", "enough");
  await pass(1_500);
  expect(state()).toBe("offline");
  expect(screen.getByRole("alert").textContent).toContain("No connection");
  line.cut = false;
  fireEvent.click(screen.getByRole("alert"));
  await pass(500);
  expect(stored.answers).toEqual({ food: "enough" });
  expect(state()).toBe("saved");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Somebody else's answers wait to be settled, and what was settled goes out over their version", async () => {
  const { stored, sent } = playAssessment({ food: "enough" });
  await open();
  Object.assign(stored, { version: 5, answers: { food: "enough", school: "misses" } });
  answer("food", "little");
  await pass(1_500);
  const settle = screen.getByRole("button");
  expect(settle.textContent).toBe(JSON.stringify({ base: { food: "enough" }, theirs: { food: "enough", school: "misses" } }));
  expect(stored.version).toBe(5);

  await act(() => Promise.resolve(fireEvent.click(settle)));
  await pass(500);
  expect(sent().at(-1)).toEqual({ food: "little", school: "misses" });
  expect(stored.answers).toEqual({ food: "little", school: "misses" });
  expect(screen.queryByRole("button")).toBeNull();
});
