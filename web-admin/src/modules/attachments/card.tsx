import type { Pieces } from "../../app/core/pieces";
import { DocumentsTab } from "./DocumentsTab";

export const cardPieces: Pieces["card"] = {
  tabs: [
    {
      code: "documents",
      label: "card.documents",
      Show: ({ card }) => <DocumentsTab childId={card.id} canEdit={card.canEdit && card.case?.status !== "closed"} />,
    },
  ],
};
