import type { Manifest } from "../../app/core/manifest";

export const manifest: Manifest = {
  screens: [],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
    signal: async () => (await import("./signal")).signalPieces,
  },
};
