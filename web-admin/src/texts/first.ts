/**
 * The texts of the first screen: keys with these prefixes are loaded before anything is shown, all others right after, and no other screen opens before
 * they are loaded (`later`). A test follows the imports of the first screen and checks that all its texts are among these.
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
