import { api, type Schemas } from "../../../api/client";
import { key } from "../../../app/core/api/keys";

export const attachments = (childId: string, to?: Schemas["AttachedTo"], about?: string) => ({
  queryKey: key("cases", "attachments", childId, to, about),
  load: async (cursor?: string) =>
    (await api.get("/api/children/cards/{id}/attachments", { path: { id: childId }, query: { to, aboutId: about, cursor } })).data,
});
