import Outbox from "@mui/icons-material/OutboxOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    {
      path: "/disclosures",
      needs: "read-children",
      guide: "disclosures",
      element: later(() => import("./DisclosureList"), "DisclosureList"),
    },
    {
      path: "/disclosures/new",
      needs: "register-disclosures",
      guide: "disclosures",
      element: later(() => import("./RegisterDisclosure"), "RegisterDisclosure"),
    },
    {
      path: "/disclosures/:id",
      needs: "read-children",
      guide: "disclosures",
      element: later(() => import("./DisclosurePage"), "DisclosurePage"),
    },
  ],
  menu: [{ to: "/disclosures", text: "menu.disclosures", icon: <Outbox />, at: 50, group: "requests" }],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
