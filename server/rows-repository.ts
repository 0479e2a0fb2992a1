import type { SyncRow, TableColumns } from "@/lib/sync/change";
import { toColumns } from "@/lib/sync/columns";
import { sql, type Database, type Row, type Statement } from "./database";

/** A row as text: one text for a whole page is read several times faster than its rows. */
export const ROW_JSON = `'{"tbl":"'||r.tbl||'","id":"'||r.id||'","hlc":"'||r.hlc||'","seq":'||r.seq
  ||iif(r.del,',"del":true','')||',"data":'||r.data||iif(r.fv is null,'',',"fv":'||r.fv)||'}'`;

const NO_END = Number.MAX_SAFE_INTEGER - 1;

/** How far a first sync's progress is counted beforehand: counting a million takes longer than a page. */
const COUNTED = 200_000;

export type Life = { epoch: string; epochStart: number; seq: number; floor: number };

export type Page = { tables: TableColumns[]; edge: number; more: boolean; weight: number };

/** Part of a snapshot: up to its bound, before a sequence, and from one on. */
export type Window = {
  upto: number | undefined;
  before: number | null;
  from: number | undefined;
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
      const [lifes, pages] = await database.read([life, page("seq > ?2", since, "max", limit)]);
      return { life: lifeOf(lifes?.[0]), page: pageOf(pages?.[0]) };
    },

    /**
     * Living rows up to `upto` (all there are now), before `before` and from `from` on, newest change first. A
     * window that is not cut ends where it begins, whatever sequence its last row has.
     */
    async newest({ upto, before, from }: Window, limit: { rows: number; bytes: number }) {
      const below = Math.min(before ?? Number.MAX_SAFE_INTEGER, (upto ?? NO_END) + 1);
      const lowest = from ?? 0;
      const between = "seq < ?2 and seq >= ?5 and not del";
      const [lifes, pages, rest, counts] = await database.read([
        life,
        page(between, below, "min", limit, lowest),
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
   * As many rows as fit, at least one, as one text: a tenth of the cost of reading rows. Where the page ends is
   * found by the rows' sizes alone; to carry whole rows through the windows takes twice as long.
   * sqld's own parser knows no ORDER BY inside an aggregate, hence the ordered rows below it.
   */
  function page(
    where: string,
    bound: number,
    edge: "max" | "min",
    limit: { rows: number; bytes: number },
    ...more: number[]
  ): Statement {
    const order = edge === "max" ? "seq" : "seq desc";
    const within = edge === "max" ? "<=" : ">=";
    return sql(
      `with found as materialized (select seq, length(data) + coalesce(length(fv), 0) + 120 size
         from rows where workspace_id = ?1 and ${where} order by ${order} limit ?3 + 1),
       sized as (select seq, row_number() over (order by ${order}) place,
         sum(size) over (order by ${order} rows unbounded preceding) upto from found),
       last as (select ${edge}(seq) edge, count(*) fit, max(upto) weight from sized
         where place = 1 or (place <= ?3 and upto <= ?4))
       select coalesce(group_concat(${ROW_JSON}), '') text, ${edge}(seq) edge,
         (select fit from last) < (select count(*) from found) more, (select weight from last) weight
         from (select * from rows where workspace_id = ?1 and ${where}
           and seq ${within} (select edge from last) order by ${order}) r`,
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

function pageOf(row: Row | undefined): Page {
  return {
    tables: toColumns(JSON.parse(`[${String(row?.text)}]`) as SyncRow[]),
    edge: Number(row?.edge ?? 0),
    more: Boolean(row?.more),
    weight: Number(row?.weight ?? 0),
  };
}
