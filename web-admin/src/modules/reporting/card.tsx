import type { Pieces } from "../../app/core/pieces";
import { Papers } from "./Papers";

export const cardPieces: Pieces["card"] = { UnderDocuments: Papers };
