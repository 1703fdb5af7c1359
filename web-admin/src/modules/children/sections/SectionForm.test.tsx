import { useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { cardQuery } from "../api/cards";
import { around, type Call, playedQueries, playServer, refusal, show } from "../../../ui/played";
import { SectionForm } from "./SectionForm";

const id = "33333333-3333-4333-8333-333333333333";
const read = `GET /api/children/cards/${id}`;
const save = `PUT /api/children/cards/${id}/residence`;

/** A card as stored on the server, reduced to one section; every save makes a new version. */
function playCard(waiting: object[] = []) {
  const stored = {
    version: "aaaaaaaa-0000-4000-8000-000000000001",
    by: "Aida Asanova",
    residence: { noResidence: true, livesWith: "the grandmother", unknown: null } as Record<string, unknown>,
  };
  const server = playServer({
    [read]: () => ({
      body: {
        id,
        contents: { residence: stored.residence },
        sections: [{ code: "residence", version: stored.version, changedAt: "2026-11-30T05:00:00Z", changedBy: stored.by, missing: [] }],
      },
    }),
    [`GET /api/children/cards/${id}/changes`]: () => ({ body: { items: waiting, next: null } }),
    [save]: ({ body, header }: Call) => {
      if (header("If-Match") !== `"${stored.version.replaceAll("-", "")}"`) return refusal(412, "stale");
      stored.residence = (body as { section: Record<string, unknown> }).section;
      stored.version = "aaaaaaaa-0000-4000-8000-000000000002";
      return { body: { warnings: [], entered: true } };
    },
  });
  return { server, stored };
}

function Played() {
  const card = useQuery(cardQuery(id)).data;
  return card ? <SectionForm card={card} code="residence" /> : null;
}

const livesWith = () => screen.findByLabelText<HTMLInputElement>("Lives with");
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("A section is saved as a whole with the version that was seen, and the card is read again", async () => {
  const { server, stored } = playCard();
  show(<Played />);
  expect((await livesWith()).value).toBe("the grandmother");
  fireEvent.change(await livesWith(), { target: { value: "the aunt" } });
  press("Save");
  await waitFor(() => expect(server.of(read)).toHaveLength(2));
  expect(server.of(save)[0]!.body).toEqual({
    section: {
      noResidence: true,
      registeredTerritory: null,
      registeredCountry: null,
      registeredAddress: null,
      actualTerritory: null,
      actualCountry: null,
      actualAddress: null,
      livesWith: "the aunt",
      unknown: null,
    },
    changes: null,
  });
  expect(stored.residence.livesWith).toBe("the aunt");
  expect((await livesWith()).value).toBe("the aunt");
});

test("Where somebody else saved meanwhile, both words stand side by side, and what was typed stays", async () => {
  const { stored } = playCard();
  show(<Played />);
  fireEvent.change(await livesWith(), { target: { value: "the aunt" } });
  Object.assign(stored, {
    version: "bbbbbbbb-0000-4000-8000-000000000001",
    by: "Bakyt Bekov",
    residence: { noResidence: true, livesWith: "a neighbour", unknown: null },
  });
  press("Save");
  const conflict = await screen.findByText(/While you were typing/);
  await waitFor(() => expect(conflict.textContent).toContain("Bakyt Bekov"));
  expect(conflict.textContent).toContain("a neighbour → the aunt");
  expect((await livesWith()).value).toBe("the aunt");

  press("Take theirs");
  expect((await livesWith()).value).toBe("a neighbour");
  expect(screen.queryByText(/While you were typing/)).toBeNull();
});

test("After a conflict a second saving lays one's own over theirs", async () => {
  const { server, stored } = playCard();
  show(<Played />);
  fireEvent.change(await livesWith(), { target: { value: "the aunt" } });
  stored.version = "bbbbbbbb-0000-4000-8000-000000000001";
  press("Save");
  await screen.findByText(/While you were typing/);
  await waitFor(() => expect(server.of(read)).toHaveLength(2));
  press("Save");
  await waitFor(() => expect(stored.residence.livesWith).toBe("the aunt"));
  await waitFor(() => expect(screen.queryByText(/While you were typing/)).toBeNull());
});

test("What somebody else saved comes in by itself while nothing is typed, and not over what is", async () => {
  const { stored } = playCard();
  const queries = playedQueries();
  render(<Played />, { wrapper: around(queries) });
  expect((await livesWith()).value).toBe("the grandmother");
  const saveElsewhere = (version: string, livesWith: string) => {
    Object.assign(stored, { version, residence: { noResidence: true, livesWith, unknown: null } });
    return act(() => queries.invalidateQueries({ queryKey: cardQuery(id).queryKey }));
  };
  await saveElsewhere("bbbbbbbb-0000-4000-8000-000000000001", "a neighbour");
  await waitFor(async () => expect((await livesWith()).value).toBe("a neighbour"));

  fireEvent.change(await livesWith(), { target: { value: "the aunt" } });
  await saveElsewhere("bbbbbbbb-0000-4000-8000-000000000002", "nobody");
  expect((await livesWith()).value).toBe("the aunt");
});

test("A saving says which of the waiting changes it enters", async () => {
  const change = {
    id: "44444444-4444-4444-8444-444444444444",
    clause: "20.3",
    kind: "origin",
    section: "residence",
    what: "moved to the aunt",
    dueOn: "2026-12-03",
    enteredOn: null,
    withdrawnOn: null,
  };
  const { server } = playCard([
    change,
    { ...change, id: "55555555-5555-4555-8555-555555555555", section: "documents", what: "a passport" },
  ]);
  show(<Played />);
  fireEvent.click(await screen.findByRole("checkbox", { name: /moved to the aunt/ }));
  expect(screen.queryByRole("checkbox", { name: /a passport/ })).toBeNull();
  press("Save");
  await waitFor(() => expect(server.of(save)).toHaveLength(1));
  expect((server.of(save)[0]!.body as { changes: unknown }).changes).toEqual([change.id]);
});
