import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Made by tools or fetched: nobody reads or edits what lies in them. */
const NOT_OURS = new Set([
  "node_modules",
  ".git",
  ".wxt",
  ".output",
  ".data",
  ".wrangler",
  "dist",
  "coverage",
  "test-results",
  "playwright-report",
]);

/** Every file of the repository, as paths from its root with forward slashes. */
export function readTree(root = "."): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (NOT_OURS.has(entry.name)) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk("").toSorted();
}

const CODE = /\.(ts|tsx|mts|mjs|js|css|html)$/;

/** Files a person writes: code that is neither generated nor a page to be read. */
export function code(files: string[]): string[] {
  return files.filter((file) => CODE.test(file) && !/^(drizzle|tests\/fixtures)\//.test(file));
}

/** Names of the folders directly in `folder` that hold files. */
export function foldersIn(files: string[], folder: string): string[] {
  const inside = files.filter((file) => file.startsWith(`${folder}/`));
  const names = inside.map((file) => file.slice(folder.length + 1).split("/"));
  return [...new Set(names.filter((parts) => parts.length > 1).map(([name]) => name!))];
}

export const text = (file: string): string => readFileSync(file, "utf8");
