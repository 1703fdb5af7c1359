import type { Pieces } from "../../app/core/pieces";
import { AskByPin } from "./AskByPin";

export const signalPieces: Pieces["signal"] = { AskByPin };
