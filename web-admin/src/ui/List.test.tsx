import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { api } from "../api/client";
import { key } from "../app/core/api/keys";
import { List } from "./List";
import { playServer, playWidth, refusal, show } from "./played";

const signals = {
  queryKey: key("signals", "played"),
  load: async (cursor?: string) => (await api.get("/api/children/signals", { query: { cursor } })).data,
};
const address = "GET /api/children/signals";
const rows = (...numbers: string[]) => numbers.map((number) => ({ id: `id-${number}`, number, childName: `Child of ${number}` }));

const Played = ({ linked = true }: { linked?: boolean }) => (
  <List
    label="Signals"
    source={signals}
    id={(row) => row.id}
    to={linked ? (row) => `/signals/${row.id}` : undefined}
    empty="No signals."
    emptyAction={<button>Register one</button>}
    columns={[
      { title: "Number", cell: (row) => row.number, main: true },
      { title: "Child", cell: (row) => row.childName },
    ]}
  />
);
const here = () => screen.getByTestId("address").textContent;
const twoRows = { [address]: () => ({ body: { items: rows("7", "8"), next: null } }) };

beforeEach(() => playWidth(true));

test("A click anywhere on a row goes where its link goes", async () => {
  playServer(twoRows);
  show(<Played />);
  const table = await screen.findByRole("table", { name: "Signals" });
  expect(
    within(table)
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual(["7", "8"]);
  fireEvent.click(screen.getByText("Child of 8"));
  expect(here()).toBe("/signals/id-8");
});

test("With Ctrl or the middle button a row opens in a tab of its own", async () => {
  playServer(twoRows);
  show(<Played />);
  const open = vi.spyOn(window, "open").mockReturnValue(null);
  fireEvent.click(await screen.findByText("Child of 7"), { ctrlKey: true });
  fireEvent(screen.getByText("Child of 8"), new MouseEvent("auxclick", { bubbles: true, button: 1 }));
  expect(open.mock.calls.map(([target]) => target)).toEqual(["/signals/id-7", "/signals/id-8"]);
  expect(here()).toBe("/");
  open.mockRestore();
});

test("A click that ends a selection of text leads nowhere", async () => {
  playServer(twoRows);
  show(<Played />);
  const cell = await screen.findByText("Child of 7");
  window.getSelection()!.selectAllChildren(cell);
  fireEvent.click(cell);
  expect(here()).toBe("/");
  window.getSelection()!.removeAllRanges();
  fireEvent.click(cell);
  expect(here()).toBe("/signals/id-7");
});

test("The arrows move between the rows", async () => {
  playServer(twoRows);
  show(<Played />);
  const [first, second] = await screen.findAllByRole("link");
  first!.focus();
  fireEvent.keyDown(first!, { key: "ArrowDown" });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second!, { key: "ArrowUp" });
  expect(document.activeElement).toBe(first);
});

test("The next page comes on demand and stands below the first", async () => {
  const server = playServer({
    [address]: ({ query }) => ({
      body: query.get("cursor") === "after-8" ? { items: rows("9"), next: null } : { items: rows("7", "8"), next: "after-8" },
    }),
  });
  show(<Played />);
  fireEvent.click(await screen.findByRole("button", { name: "Show more" }));
  await screen.findByText("Child of 9");
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(["7", "8", "9"]);
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  expect(server.of(address)).toHaveLength(2);
});

test("Nothing to show is said, with what to do about it", async () => {
  playServer({ [address]: () => ({ body: { items: [], next: null } }) });
  show(<Played />);
  expect(await screen.findByText("No signals.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Register one" })).toBeTruthy();
});

test("A list that could not be had says why and is asked for again", async () => {
  let fails = true;
  playServer({ [address]: () => (fails ? refusal(500, "broken") : { body: { items: rows("7"), next: null } }) });
  show(<Played />);
  expect((await screen.findByRole("alert")).textContent).toContain("Refused: broken");
  fails = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Child of 7")).toBeTruthy();
});

test("On a phone every row is a block, each value beside its title", async () => {
  playWidth(false);
  playServer(twoRows);
  show(<Played />);
  const list = await screen.findByRole("list", { name: "Signals" });
  await waitFor(() => expect(screen.queryByRole("table")).toBeNull());
  expect(
    within(list)
      .getAllByRole("listitem")
      .map((row) => row.textContent),
  ).toEqual(["7Child:Child of 7", "8Child:Child of 8"]);
});
