import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { english, playServer, playWidth } from "../../ui/played";
import { App } from "./App";

const id = "77777777-7777-4777-8777-777777777777";
const card = {
  id,
  fullName: "Asel Asanova",
  territory: "41702205000000",
  canEdit: false,
  completeness: 40,
  severity: null,
  contents: {},
  sections: [{ code: "identity", version: id, missing: [], changedAt: null, changedBy: null }],
  sources: [{ section: "identity", field: "surname", kind: "civil-status", at: "2026-11-30T05:00:00Z", takenBy: "Aida Asanova" }],
  deadlines: [],
  events: [],
  signals: [],
  case: { number: "K-7", status: "opened", version: id, responsible: "Aida Asanova" },
};
const none = () => ({ body: { items: [], next: null } });

/** The server as seen by a user with these rights. */
const playFor = (...permissions: string[]) =>
  playServer({
    "GET /api/access/me": () => ({
      body: {
        accountId: id,
        fullName: "Aida Asanova",
        language: "en",
        permissions,
        scope: "republic",
        territory: null,
        tour: false,
        courseDue: null,
      },
    }),
    "GET /api/access/notices/unread": () => ({ body: { unread: 0 } }),
    "GET /api/children/drafts": none,
    "GET /api/children/work-list/counts": () => ({ body: { late: 0, today: 0, week: 0, all: 0, most: 100, mayDoAny: true } }),
    "GET /api/children/work-list": none,
    "GET /api/children/merges": none,
    "GET /api/children/voids": none,
    "GET /api/children/case-requests": none,
    "GET /api/children/days-found": none,
    [`GET /api/children/cards/${id}`]: () => ({ body: card }),
    [`GET /api/children/cards/${id}/attachments`]: none,
    [`GET /api/reporting/papers/of-child/${id}`]: none,
  });

const openAt = (address: string) => {
  window.history.replaceState(null, "", address);
  render(<App i18n={english} />);
};

beforeEach(() => playWidth(true));

test("The menu has the screens that one may open; one line alone stands without its group", async () => {
  playFor("use-base", "read-children", "register-disclosures");
  openAt("/work");
  expect(await screen.findByRole("heading", { level: 1, name: "My work" })).toBeTruthy();
  const menu = screen.getByRole("navigation", { name: "Work" });
  expect(
    within(menu)
      .getAllByRole("link")
      .map((link) => link.getAttribute("href")),
  ).toEqual(["/work", "/signals", "/children", "/disclosures", "/board"]);
});

test("A screen that one may not open says so and asks the server for nothing", async () => {
  const server = playFor("use-base");
  openAt("/purges");
  expect(await screen.findByRole("heading", { level: 1, name: "You have no access to this page" })).toBeTruthy();
  expect(server.of("GET /api/children/purges")).toHaveLength(0);
});

test("A card is one page of many modules: its tabs in order, what a register filled in, and under the documents the papers", async () => {
  playFor("use-base", "read-children");
  openAt(`/children/${id}`);
  expect(await screen.findByRole("heading", { level: 1, name: "Asel Asanova" })).toBeTruthy();
  expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toEqual([
    "Card",
    "Assessment",
    "Plan",
    "Monitoring",
    "Exit",
    "Placement",
    "Changes",
    "Documents",
    "Registers",
    "People",
    "History",
  ]);
  expect(screen.getByText(/Aida Asanova$/, { selector: "li" })).toBeTruthy();

  fireEvent.click(screen.getByRole("tab", { name: "Documents" }));
  expect(await screen.findByRole("heading", { name: "Paper copies" })).toBeTruthy();
  expect(window.location.search).toBe("?tab=documents");
});
