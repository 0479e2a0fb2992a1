import type { SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { rowsOf } from "@/lib/sync/columns";
import type { TableName } from "@/lib/model/tables";
import type { RapportDb, StagedRecord } from "./db";
import { shapeOf } from "./shapes";
import { toStored } from "./stored-row";

/** Rows of a first sync that wait in whole pages: on the disk, and not yet in their tables. */

/** What a transaction names that may have to look into them. */
export const STAGING = ["_staged", "_stagedIds", "_overtaken"];

/** Those of these rows that wait. */
export async function readStaged(db: RapportDb, keys: readonly string[]): Promise<SyncRow[]> {
  const ids = new Set(keys.map((key) => key.slice(key.indexOf("/") + 1)));
  const places: number[] = [];
  await db._stagedIds.each((page) => {
    if (names(page.ids, ids)) places.push(page.id);
  });
  if (places.length === 0) return [];
  const wanted = new Set(keys);
  const overtaken = new Set((await db._overtaken.bulkGet([...keys])).map((one) => one?.key));
  const pages = await db._staged.bulkGet(places);
  return pages
    .flatMap((page) => [...rowsOf(page?.tables ?? [])])
    .filter((row) => wanted.has(rowKey(row)) && !overtaken.has(rowKey(row)));
}

/** Searching a text is quicker than taking it apart, for a few ids; for thousands it would never end. */
const FEW = 20;

function names(text: string, ids: ReadonlySet<string>): boolean {
  if (ids.size > FEW) return text.split(" ").some((id) => ids.has(id));
  return [...ids].some((id) => text.includes(id));
}

/**
 * The waiting rows of a table as it will hold them, page by page, newest first. Read them before the
 * table itself: a row that takes its place in between is then met twice, and never missed. Where both
 * have one, the table's is right.
 */
export async function eachStaged<Row>(
  db: RapportDb,
  table: TableName,
  visit: (rows: Row[]) => void,
): Promise<void> {
  if ((await db._staged.count()) === 0) return;
  const gone = new Set<string>(await db._overtaken.toCollection().primaryKeys());
  await db._base.each(({ key, local }) => {
    if (local?.del) gone.add(key);
  });
  const shape = shapeOf(table);
  for (let after = 0; ;) {
    const page: StagedRecord | undefined = await db._staged.where(":id").above(after).first();
    if (!page) return;
    const rows = [...rowsOf(page.tables.filter(({ tbl }) => tbl === table))];
    const left = rows.filter((row) => !gone.has(rowKey(row)));
    visit(left.map((row) => toStored(row, row, shape, undefined) as unknown as Row));
    after = page.id;
  }
}

/** One row that waits, as its table will hold it. */
export async function findStaged<Row>(
  db: RapportDb,
  table: TableName,
  id: string,
): Promise<Row | undefined> {
  const [row] = await readStaged(db, [`${table}/${id}`]);
  const hidden = row && (await db._base.get(rowKey(row)));
  if (!row || hidden?.local?.del) return undefined;
  return toStored(row, row, shapeOf(table), undefined) as unknown as Row;
}

/** How many rows of a table wait; without looking which of them were overtaken. */
export async function countStaged(db: RapportDb, table: TableName): Promise<number> {
  let count = 0;
  await db._staged.each(({ tables }) => {
    for (const { tbl, ids } of tables) if (tbl === table) count += ids.length;
  });
  return count;
}
