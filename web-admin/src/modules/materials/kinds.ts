import { allOf } from "../../api/codes";
import type { Schemas } from "../../api/client";

export const materialKinds = allOf<Schemas["MaterialKind"]>()(["law", "guide", "form", "contacts", "news"]);
