import type { SyncRow, TableColumns } from "./change";
import type { Stamp } from "./clock";
import type { Json } from "./json";

/** Between rows and the columns in which a push of them travels. */

export function toColumns(rows: readonly SyncRow[]): TableColumns[] {
  const byTable = new Map<string, SyncRow[]>();
  for (const row of rows) {
    const group = byTable.get(row.tbl);
    if (group) group.push(row);
    else byTable.set(row.tbl, [row]);
  }
  return Array.from(byTable, ([tbl, group]) => columnsOf(tbl, group));
}

export function* rowsOf(tables: readonly TableColumns[]): Generator<SyncRow> {
  for (const table of tables) yield* tableRows(table);
}

export function countRows(tables: readonly TableColumns[]): number {
  return tables.reduce((sum, { ids }) => sum + ids.length, 0);
}

function columnsOf(tbl: string, rows: readonly SyncRow[]): TableColumns {
  const filled = new Map<string, { at: number[]; values: Json[] }>();
  const del: number[] = [];
  const fv: [number, Record<string, Stamp>][] = [];
  const table = { tbl, ids: [] as string[], seq: [] as number[], hlc: [] as (Stamp | 0)[] };
  let lastSeq = 0;
  let lastStamp = "";
  for (const [place, row] of rows.entries()) {
    const seq = row.seq ?? 0;
    table.ids.push(row.id);
    table.seq.push(seq - lastSeq);
    table.hlc.push(row.hlc === lastStamp ? 0 : row.hlc);
    lastSeq = seq;
    lastStamp = row.hlc;
    if (row.del) del.push(place);
    if (row.fv) fv.push([place, row.fv]);
    for (const field in row.data) {
      let column = filled.get(field);
      if (!column) filled.set(field, (column = { at: [], values: [] }));
      column.at.push(place);
      column.values.push(row.data[field] as Json);
    }
  }
  return {
    ...table,
    fields: [...filled.keys()],
    columns: Array.from(filled.values(), (column) =>
      column.at.length === rows.length ? column.values : column,
    ),
    ...(del.length > 0 && { del }),
    ...(fv.length > 0 && { fv }),
  };
}

function tableRows({ tbl, ids, seq, hlc, del, fields, columns, fv }: TableColumns): SyncRow[] {
  let place = 0;
  let at = 0;
  let stamp = "";
  const rows = ids.map((id): SyncRow => {
    at += seq[place] as number;
    stamp = hlc[place++] || stamp;
    return { tbl, id, hlc: stamp, data: {}, seq: at };
  });
  for (const [index, field] of fields.entries()) {
    const column = columns[index] as Json[] | { at: number[]; values: Json[] };
    if (Array.isArray(column)) {
      for (let row = 0; row < rows.length; row++) rows[row]!.data[field] = column[row] as Json;
    } else {
      for (const [nth, row] of column.at.entries()) {
        rows[row]!.data[field] = column.values[nth] as Json;
      }
    }
  }
  for (const row of del ?? []) rows[row]!.del = true;
  for (const [row, own] of fv ?? []) rows[row]!.fv = own;
  return rows;
}
