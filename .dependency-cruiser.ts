import type { ICruiseOptions, IForbiddenRuleType } from "dependency-cruiser";

/**
 * Which way imports may point, read with types included: entrypoints → components → lib/<capability>
 * → lib/{cloud,data,platform,ai} → lib/{sync,model}; server → what is pure. Each comment says what to
 * do instead. What code may *reach* when it runs stands in .dependency-cruiser.reach.ts.
 */

/** Folders of lib that capabilities stand on. */
const GROUND = "(?:model|sync|data|cloud|platform|ai)";
const CAPABILITY = `^lib/(?!${GROUND}/)[^/]+/`;
const STORE = "^lib/[^/]+/store(?:/|\\.ts$)";
/** Where a background thread begins: it wires a store to the calls it answers, as an entrypoint does. */
const WORKER = "^lib/[^/]+/worker\\.ts$";

/** Imports of types vanish when the code is built, so some arrows bind only what stays. */
const whatStays = { dependencyTypesNot: ["type-only" as const] };

/** A package by name, installed or written as it is imported. */
export const packages = (...names: string[]) => `(?:^|node_modules/)(?:${names.join("|")})(?:/|$)`;

/** A ban, and the sentence that says what to do instead. */
export type Rule = IForbiddenRuleType & { name: string; comment: string };

export const arrows: Rule[] = [
  {
    name: "no-cycle",
    severity: "error",
    comment:
      "Two files that need each other are one file, or share a third: move what both need there.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-unresolvable",
    severity: "error",
    comment: "This import leads nowhere: write the path as it is on disk, or add the package.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "model-and-sync-alone",
    severity: "error",
    comment:
      "Nouns and the merge import only each other and zod: a decision goes to a capability in lib.",
    from: { path: "^lib/(?:model|sync)/" },
    to: { pathNot: ["^lib/(?:model|sync)/", packages("zod")] },
  },
  {
    name: "ground-knows-no-capability",
    severity: "error",
    comment:
      "cloud, data, platform and ai serve every capability: pass what differs as an argument, or move it up.",
    from: { path: `^lib/${GROUND}/`, pathNot: "^lib/platform/bridge\\.ts$" },
    to: { path: CAPABILITY },
  },
  {
    name: "bridge-names-shapes-only",
    severity: "error",
    comment: "The bridge may name the shape of an answer (import type), never call a capability.",
    from: { path: "^lib/platform/bridge\\.ts$" },
    to: { path: CAPABILITY, ...whatStays },
  },
  {
    name: "lib-below-faces",
    severity: "error",
    comment:
      "lib decides and knows no screen: return a value and let a component or an entrypoint show it.",
    from: { path: "^lib/" },
    to: { path: "^(?:components|entrypoints|tests|scripts)/" },
  },
  {
    name: "lib-without-react",
    severity: "error",
    comment:
      "A hook belongs beside the face that uses it, in components; lib holds plain functions.",
    from: { path: "^lib/" },
    to: { path: packages("react", "react-dom", "@base-ui/react"), ...whatStays },
  },
  {
    name: "only-cloud-names-the-server",
    severity: "error",
    comment:
      "Only lib/cloud/api.ts may name the server's type, by import type; ask lib/cloud for the call.",
    from: { path: "^(?:lib|components|entrypoints)/", pathNot: "^lib/cloud/api\\.ts$" },
    to: { path: "^server/" },
  },
  {
    name: "server-type-only",
    severity: "error",
    comment: "The server's code must not be shipped: import type { App }, nothing else.",
    from: { path: "^lib/cloud/api\\.ts$" },
    to: { path: "^server/", ...whatStays },
  },
  {
    name: "only-cloud-calls",
    severity: "error",
    comment: "The API is called from lib/cloud alone: add a function there.",
    from: { path: "^(?:lib|components|entrypoints)/", pathNot: "^lib/cloud/" },
    to: { path: packages("hono") },
  },
  {
    name: "only-data-and-stores-touch-dexie",
    severity: "error",
    comment:
      "Tables are touched by lib/data and a capability's store.ts alone: add a function to the store.",
    from: { path: "^(?:lib|components|entrypoints|server)/", pathNot: ["^lib/data/", STORE] },
    to: { path: packages("dexie"), ...whatStays },
  },
  {
    name: "only-stores-open-the-data",
    severity: "error",
    comment:
      "A decision is a pure function of rows: let the capability's store.ts read and save them.",
    from: { path: CAPABILITY, pathNot: [STORE, WORKER] },
    to: { path: "^lib/data/", ...whatStays },
  },
  {
    name: "faces-use-stores",
    severity: "error",
    comment:
      "A component reads and writes through the store of its capability, not through lib/data.",
    from: { path: "^components/" },
    to: { path: "^lib/data/", ...whatStays },
  },
  {
    name: "faces-apart",
    severity: "error",
    comment:
      "Faces of two capabilities meet in an entrypoint; what both need goes to components/ui or lib.",
    from: { path: "^components/([^/]+)/" },
    to: { path: "^components/", pathNot: ["^components/ui/", "^components/$1/"] },
  },
  {
    name: "ui-knows-no-noun",
    severity: "error",
    comment:
      "components/ui draws anything for anyone: take values as props, and leave nouns and verbs outside.",
    from: { path: "^components/ui/" },
    to: { path: `^(?:components/(?!ui/)|lib/(?!platform/))` },
  },
  {
    name: "entrypoints-are-leaves",
    severity: "error",
    comment: "An entrypoint only wires: move what others need to components or lib.",
    from: { path: "^(?:lib|components|server|entrypoints/([^/]+))(?:/|$)" },
    to: { path: "^entrypoints/", pathNot: "^entrypoints/$1(?:/|$)" },
  },
  {
    name: "server-away-from-the-browser",
    severity: "error",
    comment:
      "The server may use lib/model, lib/sync and pure files of lib: split the pure part off.",
    from: { path: "^server/" },
    to: {
      path: [
        "^(?:components|entrypoints|tests|scripts)/",
        "^lib/(?:data|cloud)/",
        "^lib/platform/(?!app-error\\.ts$)",
        packages(
          "react",
          "react-dom",
          "dexie",
          "wxt",
          "webextension-polyfill",
          "@webext-core/messaging",
        ),
      ],
    },
  },
  {
    name: "nothing-needs-tests",
    severity: "error",
    comment:
      "Code that ships does not import tests or scripts: move what it needs to lib or server.",
    from: { path: "^(?:lib|components|entrypoints|server)/" },
    to: { path: "^(?:tests|scripts)/" },
  },
  {
    name: "browser-by-platform",
    severity: "error",
    comment: "Browser APIs come through lib/platform, where a test can stand in for them.",
    from: { path: "^(?:lib|components|entrypoints)/", pathNot: "^lib/platform/" },
    to: { path: packages("webextension-polyfill", "wxt/browser", "@webext-core/messaging") },
  },
];

export const options = {
  doNotFollow: { path: "node_modules" },
  exclude: { path: ["^\\.output/", "^\\.wxt/", "^tests/fixtures/"] },
  enhancedResolveOptions: {
    extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    exportsFields: ["exports"],
    conditionNames: ["import", "module", "browser", "default", "types"],
    mainFields: ["module", "main", "types"],
  },
} satisfies ICruiseOptions;
