import AccountBalance from "@mui/icons-material/AccountBalanceOutlined";
import Apartment from "@mui/icons-material/ApartmentOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    {
      path: "/institutions",
      needs: "read-institutions",
      guide: "institutions",
      element: later(() => import("./InstitutionList"), "InstitutionList"),
    },
    {
      path: "/institutions/new",
      needs: "manage-institutions",
      guide: "institutions",
      element: later(() => import("./InstitutionForm"), "InstitutionForm"),
    },
    {
      path: "/institutions/:id/edit",
      needs: "manage-institutions",
      guide: "institutions",
      element: later(() => import("./InstitutionForm"), "InstitutionForm"),
    },
    {
      path: "/institutions/:id",
      needs: "read-institutions",
      guide: "institutions",
      element: later(() => import("./InstitutionPage"), "InstitutionPage"),
    },
    {
      path: "/placements",
      needs: "read-children",
      guide: "placement-list",
      element: later(() => import("./PlacementList"), "PlacementList"),
    },
    {
      path: "/own-institution",
      needs: "read-own-institution",
      guide: "own-institution",
      isHome: true,
      element: later(() => import("./OwnInstitution"), "OwnInstitution"),
    },
  ],
  menu: [
    { to: "/own-institution", text: "menu.own-institution", icon: <Apartment />, at: 40 },
    { to: "/institutions", text: "menu.institutions", icon: <AccountBalance />, at: 80 },
  ],
  pieces: {
    card: async () => (await import("./card")).cardPieces,
  },
};
