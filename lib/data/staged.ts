import type { SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { countOf, unpackRows } from "@/lib/sync/packed-rows";
import type { Json } from "@/lib/sync/json";
import type { TableName } from "@/lib/model/tables";
import type { RapportDb, StagedIdsRecord, StagedRecord } from "./db";
import { shapeOf } from "./shapes";
import { toStored } from "./stored-row";

/** Rows of a first sync or of an import that wait in whole pages: on the disk, and not yet in their tables. */

/** What a transaction names that may have to look into them. */
export const STAGING = ["_staged", "_stagedIds", "_overtaken"];

/** Those of these rows that wait. */
export async function readStaged(db: RapportDb, keys: readonly string[]): Promise<SyncRow[]> {
  const pagesWith = namedIn(keys);
  const places = (await db._stagedIds.toArray()).filter(pagesWith).map(({ id }) => id);
  if (places.length === 0) return [];
  const wanted = new Set(keys);
  const overtaken = new Set((await db._overtaken.bulkGet([...keys])).map((one) => one?.key));
  const pages = await db._staged.bulkGet(places);
  return pages
    .flatMap((page) => (page ? unpackRows(page.rows) : []))
    .filter((row) => wanted.has(rowKey(row)) && !overtaken.has(rowKey(row)));
}

/** More ids than this are looked for in a page's list, fewer in its text. */
const FEW = 20;

/** Whether a page may hold one of these rows. */
function namedIn(keys: readonly string[]): (page: StagedIdsRecord) => boolean {
  const ids = new Map<string, string[]>();
  for (const key of keys) {
    const slash = key.indexOf("/");
    const table = key.slice(0, slash);
    ids.set(table, [...(ids.get(table) ?? []), key.slice(slash + 1)]);
  }
  return (page) => {
    const wanted = (page.tables ?? [...ids.keys()]).flatMap((table) => ids.get(table) ?? []);
    if (wanted.length <= FEW) return wanted.some((id) => page.ids.includes(id));
    const held = new Set(page.ids.split(" "));
    return wanted.some((id) => held.has(id));
  };
}

/** The oldest page, and as many after it as hold some `rows` together; `known` ones need not be read. */
export async function firstStaged(
  db: RapportDb,
  rows: number,
  known: (id: number) => StagedRecord | undefined,
): Promise<StagedRecord[]> {
  const found: StagedRecord[] = [];
  let left = rows;
  for (const id of await db._staged.orderBy(":id").primaryKeys()) {
    if (left <= 0) break;
    const page = known(id) ?? (await db._staged.get(id));
    if (page) found.push(page);
    left -= page?.rows.ids.length ?? 0;
  }
  return found;
}

/** Whether rows of one of these tables wait. */
export async function isWaiting(
  db: RapportDb,
  names: readonly TableName[] | undefined,
): Promise<boolean> {
  if ((await db._staged.count()) === 0) return false;
  return !names || (await pagesOf(db, names)).length > 0;
}

/** The waiting pages that may hold rows of these tables, the oldest first. */
async function pagesOf(db: RapportDb, names: readonly TableName[]): Promise<number[]> {
  const wanted: readonly string[] = names;
  const pages = await db._stagedIds.toArray();
  return pages
    .filter(({ tables }) => !tables || tables.some((table) => wanted.includes(table)))
    .map(({ id }) => id);
}

/** By field, the values one of which a row holds: `{ memberUrn: [...], publicId: [...] }`. */
export type Holding = Readonly<Record<string, readonly Json[]>>;

/** Keys of the waiting rows of a table that hold one of these values. */
export async function waitingKeys(
  db: RapportDb,
  table: TableName,
  holding: Holding,
): Promise<string[]> {
  const keys = new Set<string>();
  for (const place of await pagesOf(db, [table])) {
    const page: StagedRecord | undefined = await db._staged.get(place);
    for (const row of page ? unpackRows(page.rows) : [])
      if (row.tbl === table && holds(row, holding)) keys.add(rowKey(row));
  }
  return [...keys];
}

function holds({ data }: SyncRow, holding: Holding): boolean {
  return Object.entries(holding).some(([field, wanted]) => wanted.includes(data[field] as Json));
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
  const places = await pagesOf(db, [table]);
  if (places.length === 0) return;
  const gone = new Set<string>(await db._overtaken.toCollection().primaryKeys());
  await db._base.each(({ key, local }) => {
    if (local?.del) gone.add(key);
  });
  const shape = shapeOf(table);
  for (const place of places) {
    const page: StagedRecord | undefined = await db._staged.get(place);
    if (!page) continue;
    const left = unpackRows(page.rows).filter((row) => row.tbl === table && !gone.has(rowKey(row)));
    visit(left.map((row) => toStored(row, row, shape, undefined) as unknown as Row));
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
  if ((await db._staged.count()) === 0) return 0;
  let count = 0;
  for (const place of await pagesOf(db, [table])) {
    const page: StagedRecord | undefined = await db._staged.get(place);
    if (page) count += countOf(page.rows, table);
  }
  return count;
}
