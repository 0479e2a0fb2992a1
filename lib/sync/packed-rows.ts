import type { PackedRows, RowHeads, SyncRow } from "./change";
import type { Stamp } from "./clock";

/** Between rows and the pages in which they travel and wait. */

const opened = new WeakMap<PackedRows, readonly SyncRow[]>();

export function packRows(rows: readonly SyncRow[]): PackedRows {
  const heads = headsOf({
    tbl: rows.map(({ tbl }) => tbl),
    ids: rows.map(({ id }) => id),
    seq: rows.map(({ seq }) => seq ?? 0),
    hlc: rows.map(({ hlc }) => hlc),
    del: rows.flatMap(({ del }, place) => (del ? [place] : [])),
    fv: rows.flatMap(({ fv }, place): [number, Record<string, Stamp>][] =>
      fv ? [[place, fv]] : [],
    ),
  });
  const data = new TextEncoder().encode(JSON.stringify(rows.map((row) => row.data)));
  return { ...heads, data };
}

/**
 * Read once for as long as somebody holds the page.
 * @throws SyntaxError where `data` is not the list that the heads speak of.
 */
export function unpackRows(packed: PackedRows): readonly SyncRow[] {
  const known = opened.get(packed);
  if (known) return known;
  const rows = joined(packed, JSON.parse(new TextDecoder().decode(packed.data)));
  opened.set(packed, rows);
  return rows;
}

/** Each row's `rowKey`. */
export function keysOf({ runs, ids }: RowHeads): string[] {
  const keys: string[] = [];
  for (const [tbl, count] of runs) {
    const end = keys.length + count;
    while (keys.length < end) keys.push(`${tbl}/${ids[keys.length] as string}`);
  }
  return keys;
}

export function tablesOf({ runs }: RowHeads): string[] {
  return [...new Set(runs.map(([tbl]) => tbl))];
}

/** How many rows of a table are in it. */
export function countOf({ runs }: RowHeads, table: string): number {
  return runs.reduce((sum, [tbl, count]) => (tbl === table ? sum + count : sum), 0);
}

/** The latest stamp anywhere in them; empty where there is no row. */
export function latestOf({ hlc, fv }: RowHeads): Stamp {
  let latest = "";
  for (const stamp of hlc) if (stamp !== 0 && stamp > latest) latest = stamp;
  for (const [, own] of fv ?? []) {
    for (const field in own) if ((own[field] as Stamp) > latest) latest = own[field] as Stamp;
  }
  return latest;
}

/** One value for each row; `del` and `fv` by their places. */
type Heads = {
  tbl: readonly string[];
  ids: string[];
  seq: readonly number[];
  hlc: readonly Stamp[];
  del: number[];
  fv: [number, Record<string, Stamp>][];
};

export function headsOf({ tbl, ids, seq, hlc, del, fv }: Heads): RowHeads {
  const runs: [string, number][] = [];
  for (const name of tbl) {
    const run = runs.at(-1);
    if (run?.[0] === name) run[1]++;
    else runs.push([name, 1]);
  }
  return {
    runs,
    ids,
    seq: seq.map((one, place) => one - (place > 0 ? (seq[place - 1] as number) : 0)),
    hlc: hlc.map((one, place) => (place > 0 && one === hlc[place - 1] ? 0 : one)),
    ...(del.length > 0 && { del }),
    ...(fv.length > 0 && { fv }),
  };
}

function joined({ runs, ids, seq, hlc, del, fv }: RowHeads, data: unknown): SyncRow[] {
  if (!isListOf(ids.length, data))
    throw new SyntaxError("A page that holds something else than its rows.");
  const rows: SyncRow[] = [];
  let at = 0;
  let stamp = "";
  for (const [tbl, count] of runs) {
    for (const end = rows.length + count; rows.length < end;) {
      const place = rows.length;
      at += seq[place] as number;
      stamp = hlc[place] || stamp;
      rows.push({ tbl, id: ids[place] as string, hlc: stamp, data: data[place] as Data, seq: at });
    }
  }
  for (const place of del ?? []) (rows[place] as SyncRow).del = true;
  for (const [place, own] of fv ?? []) (rows[place] as SyncRow).fv = own;
  return rows;
}

type Data = SyncRow["data"];

function isListOf(length: number, data: unknown): data is Data[] {
  return Array.isArray(data) && data.length === length && data.every(isData);
}

/** A field of that name would become the prototype of whatever it is copied to. */
function isData(value: unknown): value is Data {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isMap && !Object.hasOwn(value, "__proto__");
}
