import { roleCodes } from "../api/schemaCodes";

/** The roles of people; an integrator is another system. */
export const roles = roleCodes.filter((role) => role !== "integrator");
