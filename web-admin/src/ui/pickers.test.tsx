import { act, fireEvent, screen, within } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { expect, test, vi } from "vitest";
import { Form } from "./Form";
import { Pick } from "./Pick";
import { pass, playServer, show } from "./played";
import { BodyPick } from "./SearchPick";
import { TerritoryPick } from "./TerritoryPick";
import type { ReactNode } from "react";

/** A form of one field; what is chosen is in it for the test to read. */
function Played({ chosen = null, children, readOnly }: { chosen?: string | string[] | null; children: ReactNode; readOnly?: boolean }) {
  const form = useForm({ defaultValues: { place: chosen } });
  return (
    <>
      <Form form={form} draft={null} send={() => undefined} submit="Send it" readOnly={readOnly}>
        {children}
      </Form>
      <span data-testid="value">{JSON.stringify(form.watch("place"))}</span>
    </>
  );
}
const value = () => JSON.parse(screen.getByTestId("value").textContent) as unknown;
const field = () => screen.getByRole<HTMLInputElement>("combobox");
const open = () => fireEvent.click(screen.getByRole("button", { name: "Open" }));
const type = (text: string) => {
  act(() => field().focus());
  fireEvent.change(field(), { target: { value: text } });
};
const offered = () => {
  const box = screen.queryByRole("listbox");
  return box
    ? within(box)
        .getAllByRole("option")
        .map((option) => option.textContent)
    : [];
};

const causes = [
  { value: "poverty", label: "Poverty" },
  { value: "illness", label: "Illness of a parent" },
  { value: "old", label: "Former word", ended: true },
];

test("Typing narrows the options, and the chosen one is what the form holds", () => {
  show(
    <Played>
      <Pick name="place" label="Cause" options={causes} />
    </Played>,
  );
  type("ill");
  expect(offered()).toEqual(["Illness of a parent"]);
  fireEvent.click(screen.getByRole("option"));
  expect(value()).toBe("illness");
  expect(field().value).toBe("Illness of a parent");
});

test("An option that has ended is offered only where it was chosen before", () => {
  const { unmount } = show(
    <Played>
      <Pick name="place" label="Cause" options={causes} />
    </Played>,
  );
  open();
  expect(offered()).toEqual(["Poverty", "Illness of a parent"]);
  unmount();
  show(
    <Played chosen="old">
      <Pick name="place" label="Cause" options={causes} />
    </Played>,
  );
  expect(field().value).toBe("Former word");
});

test("Several can be chosen one after the other", () => {
  show(
    <Played chosen={[]}>
      <Pick name="place" label="Causes" options={causes} multiple />
    </Played>,
  );
  type("pov");
  fireEvent.click(screen.getByRole("option"));
  type("ill");
  fireEvent.click(screen.getByRole("option"));
  expect(value()).toEqual(["poverty", "illness"]);
});

test("Whoever may only read sees the words of what was chosen", () => {
  show(
    <Played chosen="poverty" readOnly>
      <Pick name="place" label="Cause" options={causes} />
    </Played>,
  );
  expect(screen.getByText("Poverty")).toBeTruthy();
  expect(screen.queryByRole("combobox")).toBeNull();
});

const place = (code: string, name: string, level: number, parent: string | null, nameKy = name) => ({
  code,
  nameKy,
  nameRu: name,
  nameEn: name,
  level,
  parent,
  population: null,
  longitude: null,
  latitude: null,
});
const territories = {
  "GET /api/access/territories": () => ({
    body: {
      items: [
        place("41702000000000", "Issyk-Kul", 1, null),
        place("41702205000000", "Ak-Suu", 2, "41702000000000"),
        place("41702215000000", "Jeti-Oguz", 2, "41702000000000", "Жети-Өгүз"),
        place("41708000000000", "Chuy", 1, null),
        place("41708203000000", "Alamudun", 2, "41708000000000"),
      ],
    },
  }),
};

test("A place is found by its name typed without the letters of Kyrgyz, and says what it lies in", async () => {
  vi.useFakeTimers();
  playServer(territories);
  show(
    <Played>
      <TerritoryPick name="place" label="Place" />
    </Played>,
  );
  await pass(100);
  type("огуз");
  await pass(100);
  expect(offered()).toEqual(["Jeti-Oguz — Issyk-Kul"]);
  fireEvent.click(screen.getByRole("option"));
  expect(value()).toBe("41702215000000");
});

test("Whoever works in one oblast is offered its places alone, unless all are asked for", async () => {
  vi.useFakeTimers();
  playServer(territories);
  const me = { scope: "territory" as const, territory: "41708000000000" };
  const { unmount } = show(
    <Played>
      <TerritoryPick name="place" label="Place" />
    </Played>,
    me,
  );
  await pass(100);
  open();
  await pass(100);
  expect(offered()).toEqual(["Alamudun — Chuy"]);
  unmount();
  show(
    <Played>
      <TerritoryPick name="place" label="Place" all />
    </Played>,
    me,
  );
  await pass(100);
  type("ak-suu");
  await pass(100);
  expect(offered()).toEqual(["Ak-Suu — Issyk-Kul"]);
});

test("Among more than a list can show the server searches, once the typing has stopped", async () => {
  vi.useFakeTimers();
  const body = (id: string, name: string) => ({ id, nameKy: name, nameRu: name, nameEn: name });
  const server = playServer({
    "GET /api/access/bodies": ({ query }) => ({
      body: {
        items: query.get("search") === "karakol" || query.get("id") === "b2" ? [body("b2", "Unit of Karakol")] : [body("b1", "Ministry")],
        next: null,
      },
    }),
  });
  show(
    <Played>
      <BodyPick name="place" label="Body" />
    </Played>,
  );
  await pass(500);
  const before = server.calls.length;
  for (const text of ["k", "kar", "karakol"]) {
    type(text);
    await pass(100);
  }
  expect(server.calls.length).toBe(before);
  await pass(500);
  expect(server.calls.slice(before).map(({ query }) => query.get("search"))).toEqual(["karakol"]);
  expect(offered()).toEqual(["Unit of Karakol"]);
  fireEvent.click(screen.getByRole("option"));
  await pass(500);
  expect(value()).toBe("b2");
  expect(field().value).toBe("Unit of Karakol");
});
