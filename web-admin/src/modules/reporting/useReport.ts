import { useQuery } from "@tanstack/react-query";
import { reportQuery, reportsQuery } from "./api/reports";

/** One report, under the same key wherever it is requested. */
export const oneReport = (report: string, by: string, from: string, to: string) => reportQuery({ report, by, from, to });
export const useReport = (...report: Parameters<typeof oneReport>) => useQuery(oneReport(...report));

export const useReports = () => useQuery(reportsQuery);
