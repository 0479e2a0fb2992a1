import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";

/** Workers cannot read files: the SQL that drizzle-kit wrote is bundled as text, in its order. */

const folder = fileURLToPath(new URL("../drizzle/", import.meta.url));

export function bundleMigrations(from = folder): string {
  const journal = JSON.parse(readFileSync(`${from}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string }[];
  };
  const list = journal.entries.map(({ tag }) => {
    const text = readFileSync(`${from}/${tag}.sql`, "utf8");
    const statements = text.split("--> statement-breakpoint").map((part) => part.trim());
    return { tag, statements: statements.filter((part) => part !== "") };
  });
  return `// Written by \`npm run migrations\` from the .sql files beside it.
export const migrations: readonly { tag: string; statements: readonly string[] }[] = ${JSON.stringify(list, null, 2)};
`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(`${folder}/migrations.ts`, bundleMigrations());
}
