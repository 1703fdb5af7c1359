import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    {
      path: "/assessments/:id",
      needs: "read-children",
      guide: "assessment",
      element: later(() => import("./AssessmentPage"), "AssessmentPage"),
    },
  ],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
