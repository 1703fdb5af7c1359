import type { Pieces } from "../../app/core/pieces";
import { DisclosuresOfChild } from "./DisclosuresOfChild";
import { RecipientNotices } from "./RecipientNotices";

export const cardPieces: Pieces["card"] = {
  UnderPeople: ({ childId }) => (
    <>
      <DisclosuresOfChild childId={childId} />
      <RecipientNotices childId={childId} />
    </>
  ),
};
