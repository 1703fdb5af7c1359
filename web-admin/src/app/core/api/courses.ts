import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client";
import { key } from "./keys";

/** All courses: training shows them, and granting an access may require one. */
export const coursesQuery = queryOptions({
  queryKey: key("courses", "all"),
  queryFn: async () => (await api.get("/api/reporting/courses")).data.items,
});
