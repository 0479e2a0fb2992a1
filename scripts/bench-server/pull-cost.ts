import { join } from "node:path";
import { sql, type Database, type Statement } from "@/server/database";
import { openFile } from "@/server/database-file";
import { migrate } from "@/server/migrate";
import { rowsOf } from "@/server/rows-repository";

/** Milliseconds: the middle one, and the two between which half of all lie. */
export type Spread = { low: number; middle: number; high: number };
export type PullCost = { name: string; bySize: Map<number, Spread> };

const SIZES = [1000, 10_000, 100_000, 1_000_000];
const ROUNDS = 60;
const PAGE = { rows: 2000, bytes: 1_000_000 };
/** A delta of as many rows fits every workspace, so each pull gives the same amount. */
const DELTA = 100;
const WHOLE_PAGE = 900;

type Work = (database: Database, size: number) => Promise<unknown>;
const WORKS: Record<string, Work> = {
  "an empty pull": (database, size) => rowsOf(database, space(size)).after(size, PAGE),
  [`${DELTA} changed rows`]: (database, size) =>
    rowsOf(database, space(size)).after(size - DELTA, PAGE),
  [`${WHOLE_PAGE} changed rows`]: (database, size) =>
    rowsOf(database, space(size)).after(size - WHOLE_PAGE, PAGE),
  "the newest 500": (database, size) =>
    rowsOf(database, space(size)).newest(windowBelow(size, size + 1), { ...PAGE, rows: 500 }),
  "the newest 500, and how many there are": (database, size) =>
    rowsOf(database, space(size)).newest(windowBelow(size, null), { ...PAGE, rows: 500 }),
};

function windowBelow(upto: number, before: number | null) {
  return { upto, before, from: undefined };
}

/**
 * Workspaces of each size in one file, asked in turns, so that what else the machine does falls on all of
 * them alike. Also says by which plan the rows are found.
 */
export async function pullCost(
  folder: string,
  largest: number,
): Promise<{ costs: PullCost[]; plan: string }> {
  const database = await openFile(join(folder, "pull.db"));
  await migrate(database);
  const sizes = SIZES.filter((size) => size <= largest);
  for (const size of sizes) await fill(database, space(size), size);

  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(WORKS)) {
      for (const size of sizes) {
        const from = performance.now();
        await work(database, size);
        const key = `${name}/${size}`;
        times.set(key, [...(times.get(key) ?? []), performance.now() - from]);
      }
    }
  }
  const plan = await planOf(database);
  database.close();
  const costs = Object.keys(WORKS).map((name) => ({
    name,
    bySize: new Map(sizes.map((size) => [size, spread(times.get(`${name}/${size}`) ?? [])])),
  }));
  return { costs, plan };
}

const space = (size: number): string => `size-${size}`;

/** A workspace of so many people, one to a sequence. */
export async function fill(database: Database, workspace: string, size: number): Promise<void> {
  await database.write([
    sql("insert into meta (workspace_id, seq, epoch) values (?, ?, 'e')", workspace, size),
    sql(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
       insert into rows (workspace_id, seq, tbl, id, hlc, del, data, by)
       select ?, i, 'people', printf('0190b0c0-0000-7000-8000-%012d', i), '0mjwaid1k000-bench', 0,
         json_object('fullName', 'Person ' || i, 'company', 'Quillmark', 'notes', hex(randomblob(120))), 'u'
       from n`,
      size,
      workspace,
    ),
  ]);
}

/** Of the statement that a pull really asks. */
async function planOf(database: Database): Promise<string> {
  let asked: Statement[] = [];
  const heard: Database = {
    ...database,
    read(batch) {
      asked = batch;
      return database.read(batch);
    },
  };
  await rowsOf(heard, space(1000)).after(1, PAGE);
  const plans = await database.read(
    asked.map((one) => sql(`explain query plan ${one.sql}`, ...one.args)),
  );
  return plans.flatMap((plan) => plan.map(({ detail }) => String(detail))).join("; ");
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}
