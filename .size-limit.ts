import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Budgets of what is built: each script that runs in a page, and what the panel loads before it shows. */
const BUILT = ".output/chrome-mv3";

if (!existsSync(join(BUILT, "manifest.json"))) {
  throw new Error(`Nothing is built in ${BUILT}: run npm run build, then npm run size.`);
}

/** Asked for with the panel, so that a draft need not wait for it; the panel itself does not. */
const BESIDE = /<link\b[^>]*?\bhref="\/(chunks\/writing-[^"]+\.js)">/;

const panelHtml = readFileSync(join(BUILT, "sidepanel.html"), "utf8");
const writing = BESIDE.exec(panelHtml)?.[1];
if (writing === undefined) throw new Error("The panel does not ask for what a draft needs.");

/** A page with the scripts, styles and preloads it names, and what those import from the start. */
function firstLoad(page: string): string[] {
  const html = readFileSync(join(BUILT, page), "utf8").replace(BESIDE, "");
  const named = [
    ...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g),
  ];
  const files = new Set(named.map((match) => match[1]!));
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const code = readFileSync(join(BUILT, file), "utf8");
    const imports = code.matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^;()"'`]*?["']\.{1,2}\/([^"']+\.js)["']/g,
    );
    for (const [, name] of imports) {
      const found = [`chunks/${name}`, name!].find((path) => existsSync(join(BUILT, path)));
      if (found) files.add(found);
    }
  }
  if (![...files].some((file) => file.endsWith(".js"))) throw new Error(`${page} names no script`);
  return [page, ...files].map((file) => join(BUILT, file));
}

const pageScripts = readdirSync(BUILT).filter((file) => /^(?:capture|watch)-.*\.js$/.test(file));
if (pageScripts.length === 0) throw new Error("No script that runs in a page was built.");

export default [
  ...pageScripts.map((file) => ({
    name: `${file}, which runs in a page`,
    path: join(BUILT, file),
    gzip: true,
    limit: "15 KB",
  })),
  {
    name: "first load of the panel",
    path: firstLoad("sidepanel.html"),
    gzip: true,
    limit: "155 KB",
  },
  {
    name: "what a draft needs beside the panel",
    path: join(BUILT, writing),
    gzip: true,
    limit: "37 KB",
  },
];
