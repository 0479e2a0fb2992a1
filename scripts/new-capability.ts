/**
 * `npm run new NAME [TABLE] ["what it is"]`: a capability with its three folders and its row in the README.
 * What it makes works from the start: a decision, a store, a face, a string in both languages, and tests.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { schemas } from "../lib/model/schemas";
import { tables, type TableName } from "../lib/model/tables";
import { capabilityFiles } from "./new-capability-files";

interface Wish {
  name: string;
  table: string;
  about: string;
}

/** The required text that names a row on a screen, where the noun has one. */
function titleField(table: TableName): string {
  const shape: z.core.$ZodShape = schemas[table].def.shape;
  const text = Object.keys(shape).find((key) => {
    const field = shape[key];
    return field instanceof z.ZodString && field.format === null;
  });
  return text ?? "createdAt";
}

function isTable(name: string): name is TableName {
  return name in tables;
}

/** Writes the files below `root` and says which. @throws when a name is wrong or taken. */
export function makeCapability({ name, table, about }: Wish, root = "."): string[] {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) {
    throw new Error(`“${name}” is no name for a capability: lower case words with hyphens.`);
  }
  if (!isTable(table)) {
    throw new Error(
      `There is no table “${table}”. Name one of: ${Object.keys(tables).join(", ")}.`,
    );
  }
  if (existsSync(join(root, "lib", name))) throw new Error(`lib/${name} is there already.`);

  const files = capabilityFiles(name, table, titleField(table));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
  execFileSync(process.execPath, [resolve("node_modules/oxfmt/bin/oxfmt"), ...Object.keys(files)], {
    cwd: root,
    stdio: "ignore",
  });
  edit(join(root, "README.md"), (readme) => addRow(readme, `| \`lib/${name}\` | ${about} |`));
  const section = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  edit(join(root, "locales/en.yml"), (yaml) => addString(yaml, section, "Nothing here yet."));
  edit(join(root, "locales/fr.yml"), (yaml) =>
    addString(yaml, section, "Rien ici pour l’instant."),
  );
  return [...Object.keys(files), "README.md", "locales/en.yml", "locales/fr.yml"];
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** Puts a row into the map of the code, below the last folder of lib. */
function addRow(readme: string, row: string): string {
  const lines = readme.split("\n");
  const last = lines.findLastIndex((line) => line.startsWith("| `lib/"));
  if (last < 0) throw new Error("README.md has no map of the code: rows that begin with | `lib/");
  return lines.toSpliced(last + 1, 0, row).join("\n");
}

function addString(yaml: string, section: string, empty: string): string {
  return `${yaml.trimEnd()}\n${section}:\n  empty: ${empty}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [name = "", table = name, about = `what is done with ${table}`] = process.argv.slice(2);
  try {
    const made = makeCapability({ name, table, about });
    console.log(`Made ${made.join("\n     ")}`);
    console.log(
      `\nNow show components/${name}/list.tsx from an entrypoint, and run npm run check.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('Usage: npm run new NAME [TABLE] ["what it is"]');
    process.exitCode = 1;
  }
}
