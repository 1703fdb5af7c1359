import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [{ path: "/drafts", needs: "use-base", element: later(() => import("./Drafts"), "Drafts") }],
};
