import type { Pieces } from "../../app/core/pieces";
import { AssessmentTab } from "./AssessmentTab";

export const cardPieces: Pieces["card"] = {
  tabs: [
    {
      code: "assessment",
      label: "road.assessment",
      Show: ({ card }) => <AssessmentTab childId={card.id} canEdit={card.canEdit} />,
    },
  ],
};
