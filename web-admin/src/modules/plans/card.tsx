import type { CardTab, Pieces } from "../../app/core/pieces";
import { useMay } from "../../app/core/me";
import { ClosingTab } from "./ClosingTab";
import { PlanReview } from "./PlanReview";
import { PlanTab } from "./PlanTab";
import { VisitsTab } from "./VisitsTab";

const Exit: CardTab["Show"] = ({ card }) => (
  <ClosingTab childId={card.id} canEdit={card.canEdit} isClosed={card.case?.status === "closed"} mayReopen={useMay("edit-children")} />
);

export const cardPieces: Pieces["card"] = {
  tabs: [
    { code: "plan", label: "road.plan", Show: ({ card }) => <PlanTab childId={card.id} canEdit={card.canEdit} /> },
    { code: "monitoring", label: "road.monitoring", Show: ({ card }) => <VisitsTab childId={card.id} /> },
    { code: "exit", label: "road.exit", Show: Exit },
  ],
  UnderChanges: PlanReview,
};
