import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { expect, test, vi } from "vitest";
import { api } from "../api/client";
import { Text } from "./fields";
import { Form } from "./Form";
import { playServer, refusal, show } from "./played";

type Values = { reason: string; remarks: string };

function Played({ send, readOnly }: { send?: (values: Values, key: string) => Promise<void | false>; readOnly?: boolean }) {
  const form = useForm<Values>({ defaultValues: { reason: "", remarks: "said before" } });
  const post = async (body: Values, idempotencyKey: string) =>
    void (await api.post("/api/children/cards/{id}/void", { path: { id: "1" }, body: { reason: body.reason }, idempotencyKey }));
  return (
    <Form form={form} draft={null} send={send ?? post} submit="Send it" readOnly={readOnly} strip="section.">
      <Text name="reason" label="Reason" />
      <Text name="remarks" label="Remarks" optional />
    </Form>
  );
}

const address = "POST /api/children/cards/1/void";
const type = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.click(screen.getByRole("button", { name: "Send it" }));
const settled = () => waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Send it" }).disabled).toBe(false));

test("What the server refuses stands at its field and in a summary that has the focus; nothing typed is lost", async () => {
  playServer({ [address]: () => refusal(400, "validation", [{ field: "section.reason", code: "too-short", message: "Say more." }]) });
  show(<Played />);
  type("Reason", "no");
  send();
  const summary = await screen.findByRole("alert");
  expect(summary.textContent).toContain("Check these fields");
  expect(within(summary).getByRole("link").textContent).toBe("Reason: Say more.");
  expect(screen.getByLabelText("Reason").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("no");
  await waitFor(() => expect(document.activeElement).toBe(summary));

  fireEvent.click(within(summary).getByRole("link"));
  expect(document.activeElement).toBe(screen.getByLabelText("Reason"));
});

test("A refusal that is about no field is said in the server's words", async () => {
  playServer({ [address]: () => refusal(409, "case-closed") });
  show(<Played />);
  send();
  expect((await screen.findByRole("alert")).textContent).toBe("Not sentRefused: case-closed");
});

test("After a broken line the very same goes out again under the same key; after a refusal the next try has a key of its own", async () => {
  const replies = ["broken line" as const, refusal(409, "case-closed"), { status: 204 }];
  const server = playServer({ [address]: () => replies.shift()! });
  show(<Played />);
  for (let sent = 1; sent <= 3; sent++) {
    send();
    await waitFor(() => expect(server.of(address)).toHaveLength(sent));
    await settled();
  }
  const [first, again, next] = server.of(address).map((call) => call.header("Idempotency-Key"));
  expect(again).toBe(first);
  expect(next).not.toBe(first);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("A second sending that is meant as another one has another key", async () => {
  const keys: string[] = [];
  show(<Played send={(_, key) => Promise.resolve(void keys.push(key))} />);
  for (let sent = 1; sent <= 2; sent++) {
    send();
    await waitFor(() => expect(keys).toHaveLength(sent));
    await settled();
  }
  expect(keys[1]).not.toBe(keys[0]);
});

test("Whoever thinks better of it finds the form as it was, and nothing is said to be wrong", async () => {
  const asked = vi.fn(() => Promise.resolve(false as const));
  show(<Played send={asked} />);
  type("Reason", "entered twice");
  send();
  await waitFor(() => expect(asked).toHaveBeenCalled());
  await settled();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>("Reason").value).toBe("entered twice");
});

test("Enter in a form of two fields does not send it half filled in", () => {
  show(<Played />);
  // false: the browser's default action for the key was prevented
  expect(fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "Enter" })).toBe(false);
  expect(fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "a" })).toBe(true);
});

test("Whoever may only read sees the values as text and nothing to send", () => {
  show(<Played readOnly />);
  expect(screen.getByText("said before")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Send it" })).toBeNull();
});
