import tailwindcss from "@tailwindcss/vite";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "wxt";

/** The origin the readers understand; everything else is refused before a script is injected. */
const LINKEDIN = "https://*.linkedin.com/*";

/** Asked for one by one, and only where an AI's address would not answer an extension otherwise. */
const AI_ADDRESSES = ["https://*/*", "http://localhost/*", "http://127.0.0.1/*"];

/**
 * Each file of an extension is asked of the browser's own process, which takes longer than to run what is in it:
 * what the panel opens with is one file, what a draft needs beside it another, what comes after the first picture
 * a third.
 */
const PANEL_CHUNKS = {
  groups: [
    { name: "panel", tags: ["$initial"], priority: 2 },
    { name: "writing", test: /sidepanel\/write-screen|messaging\/read-ahead/u, priority: 1 },
    {
      name: "margins",
      test: /workspaces\/(?:switcher|role-note)|account\/sync-(?:line|notice)|capture\/site-access|ui\/toasts/u,
    },
  ],
} satisfies Rolldown.OutputOptions["codeSplitting"];

/** What a draft needs is asked for with the panel itself: by the panel's script it would be asked for 10 ms later. */
const writingAtOnce: Plugin = {
  name: "writing-at-once",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === "chunk" && file.name === "writing")
        .map(({ fileName }) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
          injectTo: "head",
        })),
  },
};

export default defineConfig({
  modules: ["@wxt-dev/module-react", "@wxt-dev/i18n/module"],
  imports: false,
  hooks: {
    "config:resolved": (wxt) => {
      // `imports: false` stops the types, not the plugin: a parameter called `storage` would pull in WXT's own.
      wxt.config.imports.presets = [];
      wxt.config.imports.imports = [];
    },
    "entrypoints:grouped": (_wxt, groups) => {
      // Built apart from the full pages, the panel shares no chunk with them and can be in few.
      const pages = groups.find((group) => Array.isArray(group));
      const panel = pages?.find(({ type }) => type === "sidepanel");
      if (!pages || !panel) return;
      pages.splice(pages.indexOf(panel), 1);
      groups.push([panel]);
    },
    "vite:build:extendConfig": ([entry], config) => {
      const output = config.build?.rollupOptions?.output;
      if (entry?.type !== "sidepanel" || !output || Array.isArray(output)) return;
      output.codeSplitting = PANEL_CHUNKS;
      config.plugins = [...(config.plugins ?? []), writingAtOnce];
    },
  },
  manifestVersion: 3,
  targetBrowsers: ["chrome", "edge", "firefox"],
  vite: () => ({
    plugins: [tailwindcss()],
    // So that a worker, too, loads its rarer parts when they are asked for.
    worker: { format: "es" },
    resolve: {
      tsconfigPaths: true,
      // Dexie's entry leads to its build for browsers of 2015; this one is for those of today.
      alias: { dexie: "dexie/dist/modern/dexie.min.mjs" },
    },
  }),
  manifest: ({ browser }) => ({
    name: "Rapport",
    description: "__MSG_extension_summary__",
    default_locale: "en",
    permissions: [
      "activeTab",
      "alarms",
      "contextMenus",
      ...(browser === "firefox" ? [] : ["offscreen"]),
      "scripting",
      "storage",
      "unlimitedStorage",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    host_permissions: [LINKEDIN],
    optional_host_permissions: AI_ADDRESSES,
    action: { default_title: "__MSG_action_title__" },
    commands: {
      capture: {
        suggested_key: { default: "Alt+Shift+S" },
        description: "__MSG_commands_capture__",
      },
      write: {
        suggested_key: { default: "Alt+Shift+M" },
        description: "__MSG_commands_write__",
      },
    },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "rapport@rapport.example",
          strict_min_version: "140.0",
          // Nothing leaves until a server is connected or an AI is asked; lib/platform/data-consent.ts asks then.
          data_collection_permissions: {
            required: ["none"],
            optional: ["personallyIdentifyingInfo", "personalCommunications", "websiteContent"],
          },
        },
      },
    }),
  }),
});
