// A part of `npm run types`: the codes of every closed list of the server, in the server's order, for screens that offer them.
// One constant per list, not one object of all: a build takes only the lists that are used.
import { readFileSync, writeFileSync } from "node:fs";

const { schemas } = JSON.parse(readFileSync("src/api/openapi.json", "utf8")).components;
const lists = Object.entries(schemas).flatMap(([name, { enum: codes }]) => {
  if (!codes) return [];
  // a list that may be left out in a request has null among its codes
  const offered = codes.filter((code) => code !== null);
  return `export const ${name[0].toLowerCase()}${name.slice(1)}Codes = ${JSON.stringify(offered)} as const;\n`;
});
writeFileSync("src/api/schemaCodes.ts", lists.join(""));
