import LibraryBooks from "@mui/icons-material/LibraryBooksOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/materials", needs: "use-base", guide: "materials", element: later(() => import("./Materials"), "Materials") },
    {
      path: "/materials/drafts",
      needs: "publish-materials",
      guide: "materials",
      element: later(() => import("./MaterialDrafts"), "MaterialDrafts"),
    },
    {
      path: "/materials/new",
      needs: "publish-materials",
      guide: "materials",
      element: later(() => import("./MaterialForm"), "MaterialForm"),
    },
    {
      path: "/materials/:id/edit",
      needs: "publish-materials",
      guide: "materials",
      element: later(() => import("./MaterialForm"), "MaterialForm"),
    },
    { path: "/materials/:id", needs: "use-base", guide: "materials", element: later(() => import("./MaterialPage"), "MaterialPage") },
    { path: "/reference", needs: "open", element: later(() => import("./PublicMaterials"), "PublicMaterials") },
    { path: "/reference/:id", needs: "open", element: later(() => import("./PublicMaterials"), "PublicMaterial") },
  ],
  menu: [{ to: "/materials", text: "menu.materials", icon: <LibraryBooks />, at: 10, group: "reference" }],
};
