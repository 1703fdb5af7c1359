import { describe, expect, it } from "vitest";
import type { paths } from "./schema";

/** The requests of docs/integrators.md, against the types generated from the API description: an error there does not compile. */
type Sent = paths["/api/v1/signals"]["post"]["requestBody"]["content"]["application/json"];
type Asked = paths["/api/v1/children/known"]["post"]["requestBody"]["content"]["application/json"];
type Disclosed = paths["/api/v1/disclosures/{id}"]["get"]["responses"][200]["content"]["application/json"];

describe("The integrators' API by its generated types", () => {
  it("takes the signal of the guide", () => {
    const signal: Sent = {
      channel: "school",
      urgency: "ordinary",
      foundOn: "2026-11-23",
      territory: "41702205000000",
      account: "Үч күндөн бери мектепке келбейт.",
      child: { surname: "Сынова", name: "Айпери" },
    };
    const known: Asked = { pin: "10405201600011", ground: "x" };
    const head: Pick<Disclosed, "number" | "caseNumber"> = { number: "D-20261123-0A1B2C3D4E5F", caseNumber: "1" };
    expect(head.number).toMatch(/^D-/);
    expect([signal.channel, known.pin]).toEqual(["school", "10405201600011"]);
  });
});
