/**
 * What the first screen says: the texts whose keys begin so are loaded before anything is shown, all others right after, and no other screen opens before
 * they are there (`later`). A test follows the imports of the first screen and finds every text that it says among these.
 */
export const firstTexts = new Set([
  "app",
  "board",
  "child",
  "course",
  "days",
  "draft",
  "export",
  "field",
  "form",
  "help",
  "language",
  "list",
  "material",
  "menu",
  "notices",
  "ra",
  "severity",
  "signal",
  "step",
  "tour",
  "view",
  "work-list",
]);
