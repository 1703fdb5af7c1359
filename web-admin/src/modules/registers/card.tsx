import type { Pieces } from "../../app/core/pieces";
import { FieldSources } from "./FieldSources";
import { RegistersTab } from "./RegistersTab";

export const cardPieces: Pieces["card"] = {
  tabs: [
    {
      code: "registers",
      label: "registers.title",
      Show: ({ card }) => (
        <RegistersTab childId={card.id} canEdit={card.canEdit && card.case?.status !== "closed"} hasPin={!!card.contents.identity?.pin} />
      ),
    },
  ],
  UnderSection: FieldSources,
};
