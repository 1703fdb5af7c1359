import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";

/** One report, by the same name everywhere it is asked for. */
export const reportQuery = (report: string, by: string, from: string, to: string) => {
  const query = { report, by, from, to };
  return queryOptions({ queryKey: ["report", query], queryFn: async () => (await api.get("/api/reporting/report", { query })).data });
};
export const useReport = (...report: Parameters<typeof reportQuery>) => useQuery(reportQuery(...report));

/** The reports there are, and what the summary is made of. */
export const useReports = () =>
  useQuery({ queryKey: ["reports"], queryFn: async () => (await api.get("/api/reporting/reports")).data, staleTime: Infinity });
