import type { TableName } from "../lib/model/tables";

/** Path → source of a new capability over one table; `title` is the field that names a row. */
export function capabilityFiles(
  name: string,
  table: TableName,
  title: string,
): Record<string, string> {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const pascal = camel.replace(/^\w/, (letter) => letter.toUpperCase());
  const row = `RowOf<"${table}">`;
  return {
    [`lib/${name}/order.ts`]: `import type { RowOf } from "@/lib/model/schemas";

/** What was made last comes first; of two made at once, the one with the later id. */
export function newestFirst(rows: readonly ${row}[]): ${row}[] {
  return rows.toSorted(
    (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
  );
}
`,
    [`lib/${name}/store.ts`]: `import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import type { RowOf } from "@/lib/model/schemas";
import { newestFirst } from "./order";

export async function read${pascal}(db: RapportDb = openDb()): Promise<${row}[]> {
  return newestFirst(await db.${table}.toArray());
}

/** Deleting is a write; saving what it gives back under \`undo\` brings the row back. */
export function erase${pascal}(id: string, db: RapportDb = openDb()): Promise<Saved> {
  return save(db, [{ table: "${table}", id, fields: { _del: true } }]);
}
`,
    [`components/${name}/queries.ts`]: `import { useQuery } from "@tanstack/react-query";
import { read${pascal} } from "@/lib/${name}/store";

/** Read again whenever the table changes, on whichever screen. */
export function use${pascal}() {
  return useQuery({ queryKey: ["${table}", "${name}"], queryFn: () => read${pascal}() });
}
`,
    [`components/${name}/list.tsx`]: `import { i18n } from "#i18n";
import { use${pascal} } from "./queries";

export function ${pascal}List() {
  const { data } = use${pascal}();
  if (!data) return null;
  if (data.length === 0) return <p className="text-sm text-ink-soft">{i18n.t("${camel}.empty")}</p>;
  return (
    <ul>
      {data.map((row) => (
        <li key={row.id}>{row.${title}}</li>
      ))}
    </ul>
  );
}
`,
    [`tests/${name}/rows.ts`]: `import * as fc from "fast-check";
import type { Edit } from "@/lib/data/save";
import { schemas, type RowOf } from "@/lib/model/schemas";
import type { Json } from "@/lib/sync/json";
import { anyOf } from "../model/any-row";

const schema = schemas.${table};

/** Any rows of the table, each with an id of its own. */
export const anyRows: fc.Arbitrary<${row}[]> = fc.uniqueArray(
  anyOf(schema).map((row) => schema.parse(row)),
  { selector: (row) => row.id, maxLength: 8 },
);

/** The same, as the edits that write them. */
export const anyEdits: fc.Arbitrary<Edit[]> = anyRows.map((rows) =>
  rows.map(({ id, ...fields }) => ({
    table: "${table}",
    id,
    create: true,
    fields: fields as Record<string, Json>,
  })),
);
`,
    [`tests/${name}/order.test.ts`]: `import * as fc from "fast-check";
import { expect, it } from "vitest";
import { newestFirst } from "@/lib/${name}/order";
import { anyRows } from "./rows";

it("puts what was made last first, whatever order the rows came in", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const sorted = newestFirst(rows);
      expect(newestFirst(rows.toReversed())).toEqual(sorted);
      const times = sorted.map((row) => row.createdAt);
      expect(times).toEqual(times.toSorted().toReversed());
    }),
  );
});
`,
    [`tests/${name}/store.test.ts`]: `import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { erase${pascal}, read${pascal} } from "@/lib/${name}/store";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { anyEdits } from "./rows";

let db: RapportDb;
beforeEach(() => {
  db = connect(crypto.randomUUID());
});
afterEach(() => db.delete());

it("has nothing at first", async () => {
  expect(await read${pascal}(db)).toEqual([]);
});

it("reads what is there, erases one, and brings it back", async () => {
  const edits = anyEdits.filter((all) => all.length > 1);
  await save(db, fc.sample(edits, 1).flat());
  const [first] = await read${pascal}(db);
  const { undo } = await erase${pascal}(first!.id, db);
  expect((await read${pascal}(db)).map((row) => row.id)).not.toContain(first!.id);
  await save(db, undo);
  expect((await read${pascal}(db)).map((row) => row.id)).toContain(first!.id);
});
`,
  };
}
