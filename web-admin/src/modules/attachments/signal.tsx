import type { Pieces } from "../../app/core/pieces";
import { SignalFiles } from "./SignalFiles";

export const signalPieces: Pieces["signal"] = { Files: SignalFiles };
