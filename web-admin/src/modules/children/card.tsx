import type { Pieces } from "../../app/core/pieces";
import { CardHistory } from "./CardHistory";
import { ChangesTab } from "./ChangesTab";
import { PeopleTab } from "./PeopleTab";

export const cardPieces: Pieces["card"] = {
  tabs: [
    {
      code: "changes",
      label: "card.changes",
      Show: ({ card }) => <ChangesTab childId={card.id} canEdit={card.canEdit && card.case?.status !== "closed"} />,
    },
    { code: "people", label: "card.people", Show: PeopleTab },
    { code: "history", label: "card.history", Show: ({ card }) => <CardHistory id={card.id} events={card.events} /> },
  ],
};
