import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [{ path: "/notices", needs: "use-base", guide: "notices", element: later(() => import("./Notices"), "Notices") }],
};
