import { readdirSync } from "node:fs";
import { join } from "node:path";
import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

const modules = readdirSync(join(import.meta.dirname, "src/modules"));

/** What is written elsewhere in another way. */
const otherwise = [
  { selector: "TSAsExpression > TSNeverKeyword", message: "Say which type it is: `as never` hides every mistake." },
  { selector: "Property[key.name='queryKey'] > ArrayExpression", message: "Keys are made by key() in app/core/api/keys.ts." },
  {
    selector: "CallExpression[callee.property.name='invalidateQueries'][arguments.length=0]",
    message: "Say what the act changed: useChanged() in app/core/api/keys.ts.",
  },
];

/** What files of a folder may not import, at once (`import … from`) or later (`import(…)`): paths that climb out of the folder into one of these. */
const closed = (files, folders, message) => {
  const regex = `^(\\.\\./)+(${folders.join("|")})(/|$)`;
  return {
    files: [files],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex, message }] }],
      "no-restricted-syntax": [
        "error",
        ...otherwise,
        { selector: `ImportExpression > Literal[value=/${regex.replaceAll("/", "\\/")}/]`, message },
      ],
    },
  };
};

/** api, texts <- app/core <- ui <- modules <- app/shell; see docs/adr/0056. */
const direction = [
  closed("src/{api,texts}/**", ["app", "ui", "modules"], "What talks to the server and what is said know nothing of the app."),
  closed("src/app/core/**", ["shell", "ui", "modules"], "app/core lies below ui, the modules and the shell."),
  closed(
    "src/ui/**",
    ["app/shell", "modules"],
    "ui knows no module and no shell: what it needs of them is handed to it, or lies in app/core.",
  ),
  ...modules.map((module) =>
    closed(
      `src/modules/${module}/**`,
      ["app/shell", ...modules.filter((other) => other !== module).flatMap((other) => [other, `modules/${other}`])],
      "Modules do not import modules: what they share lies in ui or app/core, what one puts on a screen of another goes through the manifests.",
    ),
  ),
];

// what the compiler cannot see: promises that nobody waits for, hooks called out of order, values of any type that slip through
export default ts.config(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [js.configs.recommended, ...ts.configs.recommendedTypeChecked],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-syntax": ["error", ...otherwise],
      // an event's handler may be asynchronous: what it throws is caught where it is thrown or ends at the page's own catcher
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  ...direction,
);
