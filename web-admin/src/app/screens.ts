/** Which screen's guide a place in the app opens; the first that fits. Tabs of a case have guides of their own. */
const screens: [RegExp, string][] = [
  [/^\/(work)?$/, "work"],
  [/^\/overview/, "overview"],
  [/^\/signals\/new/, "register-signal"],
  [/^\/signals/, "signals"],
  [/^\/children\/[^/]+\/(merge|split)/, "card"],
  [/^\/merges/, "decisions"],
  [/^\/children\/[^?]+\?.*tab=assessment/, "assessment"],
  [/^\/children\/[^?]+\?.*tab=plan/, "plan"],
  [/^\/children\/[^?]+\?.*tab=(monitoring|exit|placements|changes|documents|people|history|registers)/, "$1"],
  [/^\/children\/./, "card"],
  [/^\/children/, "children"],
  [/^\/assessments/, "assessment"],
  [/^\/decisions/, "decisions"],
  [/^\/my-measures/, "my-measures"],
  [/^\/(transfers|case-requests)/, "transfers"],
  [/^\/board/, "board"],
  [/^\/statistics\/map/, "map"],
  [/^\/statistics/, "statistics"],
  [/^\/institutions/, "institutions"],
  [/^\/own-institution/, "own-institution"],
  [/^\/placements/, "placement-list"],
  [/^\/rules/, "rules"],
  [/^\/notices/, "notices"],
  [/^\/bodies/, "bodies"],
  [/^\/specialists/, "specialists"],
  [/^\/accounts/, "accounts"],
  [/^\/calendar/, "calendar"],
  [/^\/territories/, "territories"],
  [/^\/dictionaries/, "dictionaries"],
  [/^\/rights/, "rights"],
  [/^\/me/, "me"],
  [/^\/materials/, "materials"],
  [/^\/courses/, "courses"],
  [/^\/disclosures/, "disclosures"],
  [/^\/journal/, "journal"],
  [/^\/clients/, "clients"],
  [/^\/registers/, "register-services"],
  [/^\/purges/, "purges"],
  [/^\/backups/, "backups"],
  [/^\/operations/, "operations"],
];

export function screenOf(pathAndSearch: string): string {
  for (const [place, screen] of screens) {
    const match = place.exec(pathAndSearch);
    if (match) return screen.replace("$1", match[1] ?? "");
  }
  return "work";
}
