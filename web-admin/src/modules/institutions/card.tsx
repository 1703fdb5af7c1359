import type { Pieces } from "../../app/core/pieces";
import { PlacementsTab } from "./PlacementsTab";

export const cardPieces: Pieces["card"] = {
  tabs: [{ code: "placements", label: "placement.title", Show: ({ card }) => <PlacementsTab childId={card.id} /> }],
};
