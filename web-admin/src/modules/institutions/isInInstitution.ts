import { placementKindCodes } from "../../api/schemaCodes";

/** Kinds that are in the register of institutions; the others are families. */
export const isInInstitution = (kind: string) =>
  placementKindCodes.findIndex((one) => one === kind) >= placementKindCodes.indexOf("family-type-home");
