import { type ComponentType, createContext, useContext } from "react";
import type { Schemas } from "../../api/client";

/** The tabs that follow the card itself, in order: to the reader it is one page, however many modules it is made of. */
export const tabCodes = [
  "assessment",
  "plan",
  "monitoring",
  "exit",
  "placements",
  "changes",
  "documents",
  "registers",
  "people",
  "history",
] as const;
export type TabCode = (typeof tabCodes)[number];
export const isTab = (code: string | null): code is TabCode => tabCodes.some((tab) => tab === code);

type Card = Schemas["GetCardResponse"];
export type CardTab = { code: TabCode; label: string; Show: ComponentType<{ card: Card }> };

/** The screens that accept pieces of other modules, and what a module may contribute there. */
export type Pieces = {
  card: {
    tabs?: readonly CardTab[];
    /** Below a section: where its values come from. */
    UnderSection?: ComponentType<{ sources: Card["sources"] }>;
    UnderChanges?: ComponentType<{ childId: string }>;
    UnderDocuments?: ComponentType<{ childId: string }>;
    UnderPeople?: ComponentType<{ childId: string }>;
  };
  signal: {
    Files?: ComponentType<{ signal: Schemas["GetSignalResponse"]; mayEdit: boolean }>;
    /** Next to the number in the form that opens a card; `onTaken` is called when a value of this answer is put into the form. */
    AskByPin?: ComponentType<{ signalId: string; onTaken: (askId: string) => void }>;
  };
};
export type Host = keyof Pieces;
export type PieceLoaders = { [H in Host]?: () => Promise<Pieces[H]> };

/** The pieces of all modules: loaded before the screen that shows them, so that nothing moves once it is drawn. */
export type PieceStore = { load: (host: Host) => Promise<unknown>; of: <H extends Host>(host: H) => readonly Pieces[H][] };

export function pieceStore(manifests: readonly { pieces?: PieceLoaders }[]): PieceStore {
  const loaded: { [H in Host]?: readonly Pieces[H][] } = {};
  const loadOne = async <H extends Host>(host: H, into: { [K in H]?: readonly Pieces[K][] }) => {
    const loaders = manifests.flatMap((manifest) => manifest.pieces?.[host] ?? []);
    into[host] ??= await Promise.all(loaders.map((load) => load()));
  };
  return {
    load: (host) => loadOne(host, loaded),
    of: (host) => {
      const pieces = loaded[host];
      if (!pieces) throw new Error(`The screen of a ${host} opens by later(…, "${host}").`);
      return pieces;
    },
  };
}

export const PiecesContext = createContext<PieceStore>(pieceStore([]));

/** What other modules contribute to this screen. */
export const usePieces = <H extends Host>(host: H) => useContext(PiecesContext).of(host);
