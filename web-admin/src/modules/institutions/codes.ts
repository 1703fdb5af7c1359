import { allOf } from "../../api/codes";
import type { Schemas } from "../../api/client";

export const institutionKinds = allOf<Schemas["InstitutionKind"]>()([
  "residential",
  "infant-home",
  "special-boarding-school",
  "boarding-school",
  "family-type-home",
  "rehabilitation",
  "crisis-centre",
  "day-centre",
  "other",
]);
export const ownerships = allOf<Schemas["Ownership"]>()(["state", "municipal", "private", "religious"]);
export const placementKinds = allOf<Schemas["PlacementKind"]>()([
  "own-family",
  "kin",
  "guardianship",
  "trusteeship",
  "temporary-guardianship",
  "foster-family",
  "family-type-home",
  "institution",
  "rehabilitation",
  "crisis-centre",
  "day-centre",
]);

/** Kinds that are in the register of institutions; the others are families. */
export const isInInstitution = (kind: string) =>
  placementKinds.findIndex((one) => one === kind) >= placementKinds.indexOf("family-type-home");
