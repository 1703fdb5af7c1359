import { fireEvent, screen } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { beforeEach, expect, test, vi } from "vitest";
import { Text } from "../fields";
import { Form } from "../Form";
import { pass, playServer, refusal, show } from "../played";

const kept = "POST /api/children/drafts";
const record = "11111111-1111-4111-8111-111111111111";
const key = `request-void.${record}`;
const opened = `GET /api/children/drafts/${key}`;
const dropped = `DELETE /api/children/drafts/${key}`;

function Played({ send = () => Promise.resolve() }: { send?: () => Promise<void | false> }) {
  const form = useForm({ defaultValues: { reason: "", password: "" } });
  return (
    <Form form={form} draft={{ form: "request-void", record }} send={send} submit="Send it">
      <Text name="reason" label="Reason" />
      <Text name="password" label="Password" type="password" />
    </Form>
  );
}

const reason = () => screen.getByLabelText<HTMLInputElement>("Reason");
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const valuesOf = (calls: { body: unknown }[]) =>
  calls.map(({ body }) => (JSON.parse((body as { text: string }).text) as { values: unknown }).values);
const yesterday = {
  body: {
    text: JSON.stringify({ attempt: "22222222-2222-4222-8222-222222222222", values: { reason: "typed yesterday" } }),
    savedAt: "2026-11-30T05:00:00Z",
    number: 4,
  },
};

beforeEach(() => void vi.useFakeTimers());

test("What is typed is kept on the server a moment after the typing stops, without the password", async () => {
  const server = playServer({});
  show(<Played />);
  await pass(0);
  type("Reason", "the same ch");
  type("Password", "secret");
  await pass(1_000);
  type("Reason", "the same child");
  await pass(1_000);
  expect(server.of(kept)).toHaveLength(0);
  await pass(1_000);
  expect(valuesOf(server.of(kept))).toEqual([{ reason: "the same child" }]);
  expect(screen.getByRole("status").textContent).toContain("Draft saved");
});

test("What was typed before is there when the form is opened, and can be dropped", async () => {
  const server = playServer({
    [opened]: () => yesterday,
  });
  show(<Played />);
  await pass(100);
  expect(reason().value).toBe("typed yesterday");
  expect(screen.getByRole("status").textContent).toContain("What you typed before is restored");

  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  await pass(100);
  expect(reason().value).toBe("");
  expect(server.of(dropped)).toHaveLength(1);
});

test("What comes back after typing began is offered and not put over it", async () => {
  let bring!: () => void;
  const line = new Promise<void>((go) => (bring = go));
  playServer({
    [opened]: async () => {
      await line;
      return yesterday;
    },
  });
  show(<Played />);
  await pass(0);
  type("Reason", "typed now");
  bring();
  await pass(100);
  expect(reason().value).toBe("typed now");
  fireEvent.click(screen.getByRole("button", { name: "Open the earlier draft" }));
  await pass(100);
  expect(reason().value).toBe("typed yesterday");
});

test("Without a line the form says that nothing is kept, and keeps it once there is one", async () => {
  let cut = true;
  const server = playServer({
    [kept]: () => (cut ? "broken line" : { body: { key, savedAt: "2026-12-01T05:00:00Z", number: 1 } }),
  });
  show(<Played />);
  await pass(0);
  type("Reason", "the same child");
  await pass(2_000);
  expect(screen.getByRole("status").textContent).toContain("Not saved: no connection");
  cut = false;
  await pass(20_000);
  expect(screen.getByRole("status").textContent).toContain("Draft saved");
  expect(valuesOf(server.of(kept)).at(-1)).toEqual({ reason: "the same child" });
});

test("A form that was sent leaves no draft", async () => {
  const server = playServer({});
  show(<Played />);
  await pass(0);
  type("Reason", "the same child");
  await pass(2_000);
  expect(server.of(dropped)).toHaveLength(0);
  fireEvent.click(screen.getByRole("button", { name: "Send it" }));
  await pass(500);
  expect(server.of(dropped)).toHaveLength(1);
});

test("A form whose sending was given up keeps its draft", async () => {
  const server = playServer({});
  show(<Played send={() => Promise.resolve(false)} />);
  await pass(0);
  type("Reason", "the same child");
  await pass(2_000);
  fireEvent.click(screen.getByRole("button", { name: "Send it" }));
  await pass(5_000);
  expect(server.of(dropped)).toHaveLength(0);
  expect(reason().value).toBe("the same child");
});

test("A draft that the server does not take is said to be not kept", async () => {
  playServer({ [kept]: () => refusal(400, "validation") });
  show(<Played />);
  await pass(0);
  type("Reason", "the same child");
  await pass(2_000);
  expect(screen.getByRole("status").textContent).toContain("Not saved: the draft was not accepted");
});
