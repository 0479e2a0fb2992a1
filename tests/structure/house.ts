import { code, foldersIn } from "./tree";

/** What the shape of the tree must be. Each rule is a function of the list of files: [] when kept. */

/** Folders of lib that hold no capability. */
const GROUND = new Set(["model", "sync", "data", "cloud", "platform"]);

export const capabilities = (files: string[]): string[] =>
  foldersIn(files, "lib").filter((name) => !GROUND.has(name));

const VAGUE = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "services",
  "types",
  "managers",
  "misc",
]);

/** A folder is a noun of the product; these words are where a file goes that nobody placed. */
export function vagueFolders(files: string[]): string[] {
  return files.filter((file) =>
    file
      .split("/")
      .slice(0, -1)
      .some((name) => VAGUE.has(name)),
  );
}

/** Lower case words with hyphens, and the dots tools ask for. */
export function oddNames(files: string[]): string[] {
  return code(files).filter(
    (file) => !/^\.?[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(file.split("/").at(-1)!),
  );
}

const MOST_LINES = 300;

export function longFiles(files: string[], read: (file: string) => string): string[] {
  return code(files)
    .map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${MOST_LINES}`);
}

/** A file that only passes on what others export hides where things are. */
export function barrels(files: string[], read: (file: string) => string): string[] {
  return code(files).filter((file) => {
    if (!/\.tsx?$/.test(file)) return false;
    const source = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    const rest = source.replace(
      /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+"[^"]+";?/g,
      "",
    );
    return source.includes("export") && rest.trim() === "";
  });
}

/** `import { z } from "zod"` puts 65 KB more into a bundle than `import * as z`, and looks the same. */
export function namedZod(files: string[], read: (file: string) => string): string[] {
  return code(files).filter((file) =>
    /^import\s+(?:\w+|\{[^}]*\bz\b[^}]*\})\s+from "zod"/m.test(read(file)),
  );
}

/** Words that put work off. What is left to do is a task, not a comment. */
export function unfinished(files: string[], read: (file: string) => string): string[] {
  return code(files).filter((file) => /\b(?:TO[D]O|FIXM[E]|XX[X])\b/.test(read(file)));
}

export function untested(files: string[]): string[] {
  return capabilities(files).filter(
    (name) => !files.some((file) => new RegExp(`^tests/${name}/.*\\.test\\.tsx?$`).test(file)),
  );
}

/** The README's map of the code has a row for each folder of lib. */
export function unmapped(files: string[], readme: string): string[] {
  return foldersIn(files, "lib").filter((name) => !readme.includes(`| \`lib/${name}\` |`));
}

/** Rows of that map whose folder is gone. */
export function mappedAway(files: string[], readme: string): string[] {
  const rows = [...readme.matchAll(/^\| `(lib\/[a-z-]+)` \|/gm)].map((match) => match[1]!);
  return rows.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)));
}

/** Readers named in the list that have no page to read beside what must come out of it. */
export function readersWithoutPair(files: string[], list: string): string[] {
  const readers = [...list.matchAll(/from "\.\.\/pages\/([a-z0-9-]+)"/g)].map((match) => match[1]!);
  return readers.filter((reader) => {
    const pages = files.filter((file) =>
      new RegExp(`^tests/fixtures/capture/${reader}(?:--[a-z0-9-]+)?\\.html$`).test(file),
    );
    return !pages.some((page) => files.includes(page.replace(/\.html$/, ".json")));
  });
}

/** Pages without what must come out of them, and the other way round. */
export function halfPairs(files: string[]): string[] {
  const fixtures = files.filter((file) => file.startsWith("tests/fixtures/capture/"));
  return fixtures.filter((file) => {
    if (file.endsWith(".html")) return !files.includes(file.replace(/\.html$/, ".json"));
    return file.endsWith(".json") && !files.includes(file.replace(/\.json$/, ".html"));
  });
}

const KINDS = ["happy", "error", "security"];

/** Every route file has a test of what works, of what fails, and of who may not. */
export function routesWithoutTests(files: string[]): string[] {
  const routes = files.filter((file) => /^server\/routes\/[^/]+\.tsx?$/.test(file));
  return routes.flatMap((route) => {
    const name = route
      .split("/")
      .at(-1)!
      .replace(/\.tsx?$/, "");
    return KINDS.map((kind) => `tests/server/routes/${name}.${kind}.test.ts`).filter(
      (test) => !files.includes(test),
    );
  });
}
