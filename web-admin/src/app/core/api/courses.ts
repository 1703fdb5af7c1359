import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "./keys";

/** All courses: training shows them, and whoever grants an access may require them. */
export const coursesQuery = queryOptions({
  queryKey: key("courses", "all"),
  queryFn: async () => (await api.get("/api/reporting/courses")).data.items,
});
