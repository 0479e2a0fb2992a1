import {
  clientState,
  type ClientState,
  type PushBody,
  type SyncRow,
  type TableColumns,
} from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { toColumns } from "@/lib/sync/columns";
import { touchedKeys, type PushDecision, type PushState } from "@/lib/sync/server-merge";
import { isConstraintError, sql, type Database, type Row, type Statement } from "./database";

/** sqld takes no bound value above 5 MB; rows travel in as many parameters as that asks for. */
const PARAMETER_BYTES = 2_000_000;

/** A row as text: one text for a whole page is read several times faster than its rows. */
const ROW_JSON = `'{"tbl":"'||r.tbl||'","id":"'||r.id||'","hlc":"'||r.hlc||'","seq":'||r.seq
  ||iif(r.del,',"del":true','')||',"data":'||r.data||iif(r.fv is null,'',',"fv":'||r.fv)||'}'`;

const INSERT_ROWS = `insert or replace into rows (workspace_id, seq, tbl, id, hlc, del, data, fv, by)
  select ?, value->>0, value->>1, value->>2, value->>3, value->>4, value->5, nullif(value->6, 'null'), ?
  from json_each(?)`;

/** How far a first sync's progress is counted beforehand: counting a million takes longer than a page. */
const COUNTED = 200_000;

export type Life = { epoch: string; epochStart: number; seq: number; floor: number };

export type Page = { tables: TableColumns[]; edge: number; more: boolean };

/** Everything here is of one workspace: no function takes another's name. */
export function rowsOf(database: Database, workspaceId: string) {
  const life = sql(
    "select epoch, epoch_start epochStart, seq, floor from meta where workspace_id = ?",
    workspaceId,
  );

  /** From the index alone, the deleted included, and no further than a person would wait for. */
  const count = sql(
    "select count(*) about from (select 1 from rows where workspace_id = ? limit ?)",
    workspaceId,
    COUNTED,
  );

  return {
    /** All that a push is decided on, as of one moment. */
    async pushState(body: PushBody): Promise<{ state: PushState; owner: string | undefined }> {
      const keys = JSON.stringify(touchedKeys(body).map(({ tbl, id }) => [tbl, id]));
      const [lifes, clients, texts] = await database.read([
        life,
        sql(
          "select user_id, last, seq, rejected, restamped from client where workspace_id = ? and cid = ?",
          workspaceId,
          body.cid,
        ),
        sql(
          `select '['||coalesce(group_concat(${ROW_JSON}), '')||']' text from json_each(?) k
           cross join rows r on r.workspace_id = ? and r.tbl = k.value->>0 and r.id = k.value->>1`,
          keys,
          workspaceId,
        ),
      ]);
      const found = JSON.parse(String(texts?.[0]?.text)) as SyncRow[];
      const client = clients?.[0];
      const { epoch, epochStart, seq } = lifeOf(lifes?.[0]);
      return {
        owner: client ? String(client.user_id) : undefined,
        state: {
          epoch,
          epochStart,
          seq,
          client: client && clientOf(client),
          rows: new Map(found.map((row) => [rowKey(row), row])),
        },
      };
    },

    /** All or nothing; false when the sequence has moved since `state` was read. */
    async commit(
      state: PushState,
      decision: PushDecision,
      by: { cid: string; userId: string; now: number },
    ): Promise<boolean> {
      const { client, rows } = decision;
      if (!client) return true;
      const batch: Statement[] = [
        sql(
          `insert into guard select 1 where not exists
           (select 1 from meta where workspace_id = ? and seq = ? and epoch = ?)`,
          workspaceId,
          state.seq,
          state.epoch,
        ),
        sql(
          `insert into guard select 1 where coalesce(
           (select last from client where workspace_id = ? and cid = ?), 0) <> ?`,
          workspaceId,
          by.cid,
          state.client?.last ?? 0,
        ),
        ...parameters(rows).map((text) => sql(INSERT_ROWS, workspaceId, by.userId, text)),
        sql("update meta set seq = ? where workspace_id = ?", client.seq, workspaceId),
        sql(
          `insert or replace into client
           (workspace_id, cid, user_id, last, seq, rejected, restamped, seen_at)
           values (?, ?, ?, ?, ?, ?, ?, ?)`,
          workspaceId,
          by.cid,
          by.userId,
          client.last,
          client.seq,
          JSON.stringify(client.rejected),
          client.restamped ? JSON.stringify(client.restamped) : null,
          by.now,
        ),
      ];
      try {
        await database.write(batch);
        return true;
      } catch (error) {
        if (isConstraintError(error)) return false;
        throw error;
      }
    },

    /** Rows after `since`, oldest change first. */
    async after(since: number, limit: { rows: number; bytes: number }) {
      const [lifes, pages] = await database.read([
        life,
        page("seq > ? order by seq", [since], "max", limit),
      ]);
      return { life: lifeOf(lifes?.[0]), page: pageOf(pages?.[0]) };
    },

    /** Living rows up to `upto` and before `before`, newest change first. */
    async newest(upto: number, before: number | null, limit: { rows: number; bytes: number }) {
      const below = before === null ? upto + 1 : Math.min(before, upto + 1);
      const [lifes, pages, counts] = await database.read([
        life,
        page("seq < ? and not del order by seq desc", [below], "min", limit),
        ...(before === null ? [count] : []),
      ]);
      const about = counts && Number(counts[0]?.about);
      return { life: lifeOf(lifes?.[0]), page: pageOf(pages?.[0]), about };
    },

    async life(): Promise<Life> {
      const [lifes] = await database.read([life]);
      return lifeOf(lifes?.[0]);
    },
  };

  /**
   * As many rows as fit, at least one, as one text: a tenth of the cost of reading rows.
   * sqld's own parser knows no ORDER BY inside an aggregate, hence the ordered rows below it.
   */
  function page(
    where: string,
    args: number[],
    edge: "max" | "min",
    limit: { rows: number; bytes: number },
  ): Statement {
    const order = edge === "max" ? "seq" : "seq desc";
    return sql(
      `with found as (select * from rows where workspace_id = ? and ${where} limit ?),
       sized as (select *, sum(length(data) + coalesce(length(fv), 0) + 120) over (order by ${order}) upto,
         row_number() over (order by ${order}) place from found),
       fitting as (select * from sized where place = 1 or (place <= ? and upto <= ?))
       select coalesce(group_concat(${ROW_JSON}), '') text,
         ${edge}(seq) edge, count(*) < (select count(*) from found) more
         from (select * from fitting order by ${order}) r`,
      workspaceId,
      ...args,
      limit.rows + 1,
      limit.rows,
      limit.bytes,
    );
  }
}

function parameters(rows: SyncRow[]): string[] {
  const texts: string[] = [];
  let part: string[] = [];
  let size = 0;
  for (const { seq, tbl, id, hlc, del, data, fv } of rows) {
    const text = JSON.stringify([seq, tbl, id, hlc, del ? 1 : 0, data, fv ?? null]);
    if (size + text.length > PARAMETER_BYTES && part.length > 0) {
      texts.push(`[${part.join(",")}]`);
      part = [];
      size = 0;
    }
    part.push(text);
    size += text.length;
  }
  if (part.length > 0) texts.push(`[${part.join(",")}]`);
  return texts;
}

function lifeOf(row: Row | undefined): Life {
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
  };
}

function clientOf({ last, seq, rejected, restamped }: Row): ClientState {
  return clientState.parse({
    last,
    seq,
    rejected: JSON.parse(String(rejected)),
    ...(typeof restamped === "string" && { restamped: JSON.parse(restamped) }),
  });
}
