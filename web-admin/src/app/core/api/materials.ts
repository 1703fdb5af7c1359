import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "./keys";

/** The guide of a screen: a material that the whole app reads. */
export const guideQuery = (screen: string) =>
  queryOptions({
    queryKey: key("materials", "guide", screen),
    queryFn: async () => (await api.get("/api/reporting/materials/of-screen", { query: { screen } })).data,
    staleTime: 10 * 60_000,
  });
