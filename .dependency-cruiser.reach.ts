import { packages, type Rule } from "./.dependency-cruiser";

/**
 * What code may reach when it runs, however many files lie between; imports of types are gone by then.
 * Each comment says what to do instead.
 */
export const reach: Rule[] = [
  {
    name: "page-code-is-small",
    severity: "error",
    comment:
      "What runs in a page has 15 KB and no Dexie, React, zod or browser API: validate and store in the background.",
    from: {
      path: "^(?:entrypoints/(?:capture|watch)-[^/]+\\.ts$|lib/capture/(?:read|detect)\\.ts$|lib/capture/(?:readers|pages|rows|watch)/)",
    },
    to: {
      path: [
        packages("dexie", "react", "react-dom", "zod", "hono", "webextension-polyfill"),
        "^lib/(?:data|cloud|model|sync)/",
        // The bridge, through which the watcher of a list tells of rows.
        "^lib/platform/(?!bridge\\.ts$)",
      ],
      reachable: true,
    },
  },
  {
    name: "server-reaches-no-browser",
    severity: "error",
    comment:
      "Somewhere below this import is Dexie, React or a browser API: split the pure part off.",
    from: { path: "^server/" },
    to: {
      path: packages(
        "dexie",
        "react",
        "react-dom",
        "wxt",
        "webextension-polyfill",
        "@webext-core/messaging",
      ),
      reachable: true,
    },
  },
  {
    name: "model-and-sync-reach-nothing",
    severity: "error",
    comment:
      "Nouns and merge run on the device, on the server and in the simulator: keep them pure.",
    from: { path: "^lib/(?:model|sync)/" },
    to: { path: packages("dexie", "react", "hono", "webextension-polyfill"), reachable: true },
  },
];

/** The panel as it opens. */
export const PANEL = "entrypoints/sidepanel/main.tsx";

/** What is there before a screen shows: the same, over imports that are not awaited. */
export const opening: Rule[] = [
  {
    name: "panel-opens-without-schemas",
    severity: "error",
    comment:
      "Reading needs no zod, no model and no `save`: take lib/data/save-on-demand, or import this part when it is used.",
    from: { path: `^${PANEL.replace(".", "\\.")}$` },
    to: { path: [packages("zod"), "^lib/data/save\\.ts$"], reachable: true },
  },
];
