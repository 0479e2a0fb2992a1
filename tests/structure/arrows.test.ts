import { afterEach, describe, expect, it } from "vitest";
import { arrows } from "../../.dependency-cruiser";
import { opening, reach } from "../../.dependency-cruiser.reach";
import { complaints, readArrows } from "../../scripts/check-arrows";
import { plantTree } from "./planted-tree";

const stub = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: "index.js" }),
  [`node_modules/${name}/index.js`]: "export default 1;",
});

const GROUND = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "ESNext", moduleResolution: "Bundler", paths: { "@/*": ["./*"] } },
  }),
  ...stub("zod"),
  ...stub("dexie"),
  ...stub("react"),
  ...stub("hono"),
  ...stub("webextension-polyfill"),
  "lib/model/person.ts": `import * as z from "zod"; export type Person = z.Person;`,
  "lib/data/db.ts": `import Dexie from "dexie"; export const db = new Dexie();`,
  "lib/contacts/store.ts": `import { db } from "@/lib/data/db"; export const people = db;`,
  "components/ui/button.tsx": `import React from "react"; export const Button = React;`,
  "components/contacts/list.tsx": `import { people } from "@/lib/contacts/store"; export { people };`,
  "server/app.ts": `import type { Person } from "@/lib/model/person"; export type App = Person;`,
  "lib/cloud/api.ts": `import type { App } from "@/server/app"; export type Api = App;`,
  "entrypoints/capture-profile.ts": `import { read } from "@/lib/capture/read"; read();`,
  "lib/capture/read.ts": `import type { Person } from "@/lib/model/person"; export const read = (): Person => 1;`,
};

/** For each ban: files that break it, and only in the way it is there for. */
const PLANTED: Record<string, Record<string, string>> = {
  "no-cycle": {
    "lib/contacts/a.ts": `import "./b";`,
    "lib/contacts/b.ts": `import type { A } from "./a"; export type B = A;`,
  },
  "no-unresolvable": { "lib/contacts/a.ts": `import "./nowhere";` },
  "model-and-sync-alone": { "lib/sync/a.ts": `import "@/lib/contacts/store";` },
  "ground-knows-no-capability": { "lib/data/a.ts": `import "@/lib/contacts/store";` },
  "bridge-names-shapes-only": { "lib/platform/bridge.ts": `import "@/lib/contacts/store";` },
  "lib-below-faces": { "lib/contacts/a.ts": `import "@/components/ui/button";` },
  "lib-without-react": { "lib/contacts/a.ts": `import "react";` },
  "only-cloud-names-the-server": {
    "lib/contacts/a.ts": `import type { App } from "@/server/app"; export type A = App;`,
  },
  "server-type-only": { "lib/cloud/api.ts": `import { App } from "@/server/app"; App();` },
  "only-cloud-calls": { "components/contacts/a.ts": `import "hono";` },
  "only-data-and-stores-touch-dexie": { "lib/contacts/a.ts": `import "dexie";` },
  "only-stores-open-the-data": { "lib/contacts/a.ts": `import "@/lib/data/db";` },
  "faces-use-stores": { "components/contacts/a.ts": `import "@/lib/data/db";` },
  "faces-apart": { "components/account/a.ts": `import "@/components/contacts/list";` },
  "ui-knows-no-noun": { "components/ui/a.ts": `import type { Person } from "@/lib/model/person";` },
  "entrypoints-are-leaves": { "entrypoints/desk/a.ts": `import "@/entrypoints/capture-profile";` },
  "server-away-from-the-browser": { "server/a.ts": `import "@/lib/data/db";` },
  "nothing-needs-tests": { "lib/contacts/a.ts": `import "@/tests/a";`, "tests/a.ts": "" },
  "browser-by-platform": { "components/contacts/a.ts": `import "webextension-polyfill";` },
  "page-code-is-small": {
    "lib/capture/read.ts": `import "./deep"; export const read = () => 1;`,
    "lib/capture/deep.ts": `import "zod";`,
  },
  "server-reaches-no-browser": {
    "server/a.ts": `import "@/lib/contacts/pure";`,
    "lib/contacts/pure.ts": `import "./store";`,
  },
  "model-and-sync-reach-nothing": { "lib/model/a.ts": `import "@/lib/data/db";` },
  "panel-opens-without-schemas": {
    "entrypoints/sidepanel/main.tsx": `import "@/components/contacts/list"; import "./head";`,
    "entrypoints/sidepanel/head.ts": `import "@/lib/model/row";`,
    "lib/model/row.ts": `import * as z from "zod"; export const row = z;`,
  },
  "no-folder-cycle": {
    "lib/messaging/one.ts": `import "@/lib/contacts/two";`,
    "lib/contacts/two.ts": "",
    "lib/contacts/three.ts": `import "@/lib/messaging/four";`,
    "lib/messaging/four.ts": "",
  },
};

let remove = () => {};
afterEach(() => remove());

async function readPlanted(files: Record<string, string>) {
  const tree = plantTree({ ...GROUND, ...files });
  remove = tree.remove;
  return readArrows(tree.root);
}

describe("the arrows of the house", () => {
  it("let a house through that is built as it should be", async () => {
    const report = await readPlanted({});
    expect(complaints(report)).toEqual([]);
    expect(report.seen).toBe(9);
  });

  it.each(Object.keys(PLANTED))("find what %s bans, and say what to do instead", async (name) => {
    const { wrong } = await readPlanted(PLANTED[name]!);
    const found = wrong.find(({ rule }) => rule === name);
    expect(found, JSON.stringify(wrong)).toBeDefined();
    expect(found!.instead).toMatch(/^.{40,}\.$/);
  });

  it("let the panel load later what it must not open with", async () => {
    const { wrong } = await readPlanted({
      "entrypoints/sidepanel/main.tsx": `import "@/lib/contacts/write";`,
      "lib/contacts/write.ts": `export const write = () => import("@/lib/model/row");`,
      "lib/model/row.ts": `import * as z from "zod"; export const row = z;`,
    });
    expect(wrong).toEqual([]);
  });

  it("have a planted wrong for every ban", () => {
    const bans = [...arrows, ...reach, ...opening].map(({ name }) => name);
    expect(Object.keys(PLANTED).toSorted()).toEqual([...bans, "no-folder-cycle"].toSorted());
  });

  it("fail when files were not read, even when nothing is wrong in the others", () => {
    const blind = { seen: 0, lying: 9, unseen: ["lib/data/db.ts"], wrong: [] };
    expect(complaints(blind)).toEqual([expect.stringContaining("Only 0 of 9 files were read")]);
  });
});
