import type { PackedRows } from "@/lib/sync/change";
import type { Stamp } from "@/lib/sync/clock";
import { headsOf, packRows } from "@/lib/sync/packed-rows";
import { sql, type Database, type Row, type Statement } from "./database";

/** A row as text: one text for a whole page is read several times faster than its rows. */
export const ROW_JSON = `'{"tbl":"'||r.tbl||'","id":"'||r.id||'","hlc":"'||r.hlc||'","seq":'||r.seq
  ||iif(r.del,',"del":true','')||',"data":'||r.data||iif(r.fv is null,'',',"fv":'||r.fv)||'}'`;

/**
 * The rows of a page: column by column what each is, all in the same order, and in one piece what they hold, as bytes
 * that leave as they lie.
 */
const HEADS = `group_concat(r.tbl, '","') tbl, group_concat(r.id, '","') ids, group_concat(r.hlc, '","') hlc,
  group_concat(r.seq) seq, group_concat(iif(r.del, r.seq, null)) del,
  group_concat('['||r.seq||','||r.fv||']') fv`;
const DATA = "cast('['||coalesce(group_concat(r.data), '')||']' as blob) data";

/** What a row takes of a page, about: told by its record's header, without reading it. */
const HEAD = 120;
const SIZE = `octet_length(data) + coalesce(octet_length(fv), 0) + ${HEAD}`;

const NO_END = Number.MAX_SAFE_INTEGER - 1;

/** How far a first sync's progress is counted beforehand: counting a million takes longer than a page. */
const COUNTED = 200_000;

export type Life = { epoch: string; epochStart: number; seq: number; floor: number };

export type Page = { rows: PackedRows; edge: number; more: boolean; weight: number };

/** Part of a snapshot: up to its bound, before a sequence, and from one on. */
export type Window = {
  upto: number | undefined;
  before: number | null;
  from: number | undefined;
};

/**
 * Which way a page goes: the rows it is found among, and those up to its end. On either side one bound alone: of two,
 * SQLite goes by the first, and reads the workspace from there.
 */
type Way = { found: string; taken: string; order: string; edge: "max" | "min" };
const AFTER: Way = {
  found: "seq > ?2",
  taken: "seq > ?2 and seq <= (select edge from last)",
  order: "seq",
  edge: "max",
};
const NEWEST: Way = {
  found: "seq < ?2 and seq >= ?5 and not del",
  taken: "seq < ?2 and seq >= (select edge from last) and not del",
  order: "seq desc",
  edge: "min",
};

/** Everything here is of one workspace: no function takes another's name. */
export function rowsOf(database: Database, workspaceId: string) {
  const life = lifeStatement(workspaceId);

  /** From the index alone, the deleted included, and no further than a person would wait for. */
  const count = sql(
    "select count(*) about from (select 1 from rows where workspace_id = ? limit ?)",
    workspaceId,
    COUNTED,
  );

  return {
    /** Rows after `since`, oldest change first. */
    async after(since: number, limit: { rows: number; bytes: number }) {
      const [lifes, pages] = await database.read([life, page(AFTER, since, limit)]);
      return { life: lifeOf(lifes?.[0]), page: pageOf(pages?.[0]) };
    },

    /**
     * Living rows up to `upto` (all there are now), before `before` and from `from` on, newest change first. A
     * window that is not cut ends where it begins, whatever sequence its last row has.
     */
    async newest({ upto, before, from }: Window, limit: { rows: number; bytes: number }) {
      const below = Math.min(before ?? Number.MAX_SAFE_INTEGER, (upto ?? NO_END) + 1);
      const lowest = from ?? 0;
      const [lifes, pages, rest, counts] = await database.read([
        life,
        page(NEWEST, below, limit, lowest),
        isAnyBelow(lowest),
        ...(before === null ? [count] : []),
      ]);
      const about = counts && Number(counts[0]?.about);
      const found = pageOf(pages?.[0]);
      const isWhole = from !== undefined && !found.more;
      const whole = { ...found, edge: from ?? 0, more: Boolean(rest?.[0]?.more) };
      return { life: lifeOf(lifes?.[0]), page: isWhole ? whole : found, about };
    },

    async life(): Promise<Life> {
      const [lifes] = await database.read([life]);
      return lifeOf(lifes?.[0]);
    },
  };

  /**
   * As many rows as fit, at least one. Where a page is cut is found by the rows' sizes alone, and only where not all
   * of them fit; to carry whole rows through the windows takes twice as long.
   */
  function page(
    { found, taken, order, edge }: Way,
    bound: number,
    limit: { rows: number; bytes: number },
    ...more: number[]
  ): Statement {
    return sql(
      `with found as not materialized (select seq, ${SIZE} size
         from rows where workspace_id = ?1 and ${found} order by ${order} limit ?3 + 1),
       held as materialized (select count(*) rows, sum(size) size, ${edge}(seq) edge from found),
       last as materialized (select rows, case when rows <= ?3 and size <= ?4 then edge else (
         select ${edge}(seq) from (select seq, row_number() over (order by ${order}) place,
           sum(size) over (order by ${order} rows unbounded preceding) upto from found)
         where place = 1 or (place <= ?3 and upto <= ?4)) end edge from held)
       select ${HEADS}, ${DATA}, ${edge}(seq) edge, count(*) < (select rows from last) more
         from rows r where workspace_id = ?1 and ${taken}`,
      workspaceId,
      bound,
      limit.rows,
      limit.bytes,
      ...more,
    );
  }

  function isAnyBelow(seq: number): Statement {
    return sql(
      "select exists (select 1 from rows where workspace_id = ? and seq < ? and not del) more",
      workspaceId,
      seq,
    );
  }
}

export function lifeStatement(workspaceId: string): Statement {
  return sql(
    "select epoch, epoch_start epochStart, seq, floor from meta where workspace_id = ?",
    workspaceId,
  );
}

export function lifeOf(row: Row | undefined): Life {
  if (!row) throw new Error("A workspace without its meta row.");
  return {
    epoch: String(row.epoch),
    epochStart: Number(row.epochStart),
    seq: Number(row.seq),
    floor: Number(row.floor),
  };
}

const NO_ROWS = packRows([]);

/** Out of `HEADS`; names and stamps need no escapes. */
const strings = (joined: unknown) => JSON.parse(`["${String(joined)}"]`) as string[];
const numbers = (joined: unknown) => JSON.parse(`[${String(joined ?? "")}]`) as number[];

function pageOf(row: Row | undefined): Page {
  const edge = Number(row?.edge ?? 0);
  if (!row || row.ids === null) return { rows: NO_ROWS, edge, more: false, weight: 0 };
  const seq = numbers(row.seq);
  const del = numbers(row.del);
  const fv = JSON.parse(`[${String(row.fv ?? "")}]`) as [number, Record<string, Stamp>][];
  const isNamed = del.length + fv.length > 0;
  const places = new Map(isNamed ? seq.map((one, place) => [one, place]) : []);
  const place = (of: number) => places.get(of) as number;
  const heads = headsOf({
    tbl: strings(row.tbl),
    ids: strings(row.ids),
    hlc: strings(row.hlc),
    seq,
    del: del.map(place),
    fv: fv.map(([of, own]) => [place(of), own]),
  });
  const data = new Uint8Array(row.data as ArrayBuffer);
  const weight = data.length + seq.length * HEAD;
  return { rows: { ...heads, data }, edge, more: Boolean(row.more), weight };
}
