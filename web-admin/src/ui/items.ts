import type { Schemas } from "../api/client";

/** How the value of an item is read: as it is, or by the name of its code. */
export type Kind =
  | "text"
  | "number"
  | "day"
  | "flag"
  | "territory"
  /** Codes of our own: the prefix of their texts. */
  | { closed: string }
  | { dictionary: string }
  /** Fields that the administrator defined, by their codes. */
  | "further"
  /** Entries with items of their own. */
  | { entries: Record<string, Kind> };

/** Whose items they are: a section of the card, or what a signal states. */
export type ItemsOf = Schemas["SectionCode"] | "signal";

const unknown: Kind = { dictionary: "unknown-reason" };

const named: Record<string, Kind> = {
  surname: "text",
  name: "text",
  patronymic: "text",
  sex: { closed: "sex" },
  birthDate: "day",
  birthDateInDoubt: "flag",
  pin: "text",
  typed: "text",
  adultBecause: "text",
};

/** Every item that a card or a signal can hold, so that no code is ever shown in place of its name. */
export const items: Record<ItemsOf, Record<string, Kind>> = {
  signal: {
    ...named,
    source: { closed: "source" },
    channel: { dictionary: "channel" },
    foundOn: "day",
    receivedOn: "day",
    territory: "territory",
    address: "text",
    age: "number",
    note: "text",
  },
  identity: {
    ...named,
    noPatronymic: "flag",
    birthDateEstimated: "flag",
    pinInDoubt: "flag",
    citizenship: "text",
    foreignNumber: "text",
    unknown,
  },
  documents: {
    hasBirthCertificate: "flag",
    list: { entries: { kind: { dictionary: "document" }, number: "text", issuedOn: "day", issuedBy: "text", validUntil: "day" } },
    unknown,
  },
  finding: {
    foundOn: "day",
    territory: "territory",
    address: "text",
    circumstances: "text",
    cameFrom: "text",
    lateBecause: "text",
    unknown,
  },
  residence: {
    noResidence: "flag",
    registeredTerritory: "territory",
    registeredAddress: "text",
    registeredCountry: "text",
    actualTerritory: "territory",
    actualAddress: "text",
    actualCountry: "text",
    livesWith: "text",
    unknown,
  },
  relatives: {
    mother: { closed: "parent" },
    father: { closed: "parent" },
    list: {
      entries: {
        relation: { dictionary: "relation" },
        fullName: "text",
        birthDate: "day",
        abroadForWork: "flag",
        country: "text",
        whereabouts: "text",
        phone: "text",
        livesWithChild: "flag",
      },
    },
    unknown,
  },
  disability: {
    has: "flag",
    group: { dictionary: "disability" },
    since: "day",
    until: "day",
    examination: "text",
    needs: "text",
    unknown,
  },
  payments: {
    receivesAny: "flag",
    list: { entries: { kind: { dictionary: "payment" }, received: "flag", since: "day", until: "day" } },
    unknown,
  },
  property: {
    housingAssigned: "flag",
    housingAddress: "text",
    housingDocument: "text",
    hasOther: "flag",
    list: { entries: { kind: { dictionary: "property" }, description: "text" } },
    unknown,
  },
  "legal-status": {
    statuses: { dictionary: "legal-status" },
    noSpecialStatus: "flag",
    causes: { dictionary: "cause" },
    since: "day",
    ground: "text",
    unknown,
  },
  further: { values: "further", unknown },
};
