export const institutionKinds = [
  "residential",
  "infant-home",
  "special-boarding-school",
  "boarding-school",
  "family-type-home",
  "rehabilitation",
  "crisis-centre",
  "day-centre",
  "other",
] as const;
export const ownerships = ["state", "municipal", "private", "religious"] as const;
export const placementKinds = [
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
] as const;

/** Places that the register of institutions keeps; the others are families. */
export const isInInstitution = (kind: string) =>
  placementKinds.findIndex((one) => one === kind) >= placementKinds.indexOf("family-type-home");
