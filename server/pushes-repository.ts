import { clientState, type ClientState, type PushBody, type SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { touchedKeys } from "@/lib/sync/server-merge";
import { sql, type Row, type Statement } from "./database";
import { lifeOf, lifeStatement, ROW_JSON, type Life } from "./rows-repository";

/** What is remembered of a device that has pushed, and whose it is. */
export type Remembered = { userId: string; state: ClientState };

/** All that pushes to one workspace are decided on, as of one moment. */
export type Standing = {
  life: Life;
  clients: Map<string, Remembered>;
  rows: Map<string, SyncRow>;
};

/** What pushes change there, taken together: each row and each device as the last of them left it. */
export type Change = {
  seq: number;
  clients: Map<string, Remembered>;
  rows: Map<string, SyncRow & { by: string }>;
};

/** sqld takes no bound value above 5 MB; rows travel in as many parameters as that asks for. */
const PARAMETER_BYTES = 2_000_000;

/** Written only if the statement before it did: the first one of them holds the condition. */
const INSERT_CLIENTS = `insert or replace into client
  (workspace_id, cid, user_id, last, seq, rejected, restamped, seen_at)
  select ?, value->>0, value->>1, value->>2, value->>3, value->4, nullif(value->5, 'null'), ?
  from json_each(?) where changes() > 0`;
/** `data` and `fv` are texts in the JSON: SQLite walks a nested object key by key, a text it only copies. */
const INSERT_ROWS = `insert or replace into rows (workspace_id, seq, tbl, id, hlc, del, data, fv, by)
  select ?, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7
  from json_each(?) where changes() > 0`;

/**
 * The statements of pushes to one workspace. They are plain values, so that those of several workspaces
 * that share a database travel in one batch; no function takes another workspace's name.
 */
export function pushesTo(workspaceId: string) {
  return {
    /** What has to be read before `bodies` can be decided on. */
    asking(bodies: readonly PushBody[]): Statement[] {
      const cids = JSON.stringify([...new Set(bodies.map(({ cid }) => cid))]);
      const keys = new Map(bodies.flatMap(touchedKeys).map((key) => [rowKey(key), key]));
      const touched = JSON.stringify(Array.from(keys.values(), ({ tbl, id }) => [tbl, id]));
      return [
        lifeStatement(workspaceId),
        sql(
          `select cid, user_id, last, c.seq, rejected, restamped from json_each(?) k
           cross join client c on c.workspace_id = ? and c.cid = k.value`,
          cids,
          workspaceId,
        ),
        sql(
          `select '['||coalesce(group_concat(${ROW_JSON}), '')||']' text from json_each(?) k
           cross join rows r on r.workspace_id = ? and r.tbl = k.value->>0 and r.id = k.value->>1`,
          touched,
          workspaceId,
        ),
      ];
    },

    /** @throws Error when the workspace is no more */
    standingIn([lifes, clients, texts]: Row[][]): Standing {
      const rows = JSON.parse(String(texts?.[0]?.text)) as SyncRow[];
      return {
        life: lifeOf(lifes?.[0]),
        clients: new Map((clients ?? []).map((row) => [String(row.cid), remembered(row)])),
        rows: new Map(rows.map((row) => [rowKey(row), row])),
      };
    },

    /**
     * The first statement changes one row if the workspace still stands as it was read, and none if
     * somebody was faster; then the others do nothing either, and the rest of the batch is not disturbed.
     */
    writing(before: Standing, change: Change, now: number): Statement[] {
      const clients = [...change.clients];
      const lasts = clients.map(([cid]) => [cid, before.clients.get(cid)?.state.last ?? 0]);
      return [
        sql(
          `update meta set seq = ? where workspace_id = ? and seq = ? and epoch = ? and not exists (
             select 1 from json_each(?) k where k.value->>1 <> coalesce((select last from client c
               where c.workspace_id = meta.workspace_id and c.cid = k.value->>0), 0))`,
          change.seq,
          workspaceId,
          before.life.seq,
          before.life.epoch,
          JSON.stringify(lasts),
        ),
        sql(INSERT_CLIENTS, workspaceId, now, JSON.stringify(clients.map(clientText))),
        ...parameters([...change.rows.values()]).map((text) => sql(INSERT_ROWS, workspaceId, text)),
      ];
    },
  };
}

function clientText([cid, { userId, state }]: [string, Remembered]) {
  const { last, seq, rejected, restamped } = state;
  return [cid, userId, last, seq, rejected, restamped ?? null];
}

function remembered({ user_id, last, seq, rejected, restamped }: Row): Remembered {
  const state = clientState.parse({
    last,
    seq,
    rejected: JSON.parse(String(rejected)),
    ...(typeof restamped === "string" && { restamped: JSON.parse(restamped) }),
  });
  return { userId: String(user_id), state };
}

function parameters(rows: Iterable<SyncRow & { by: string }>): string[] {
  const texts: string[] = [];
  let part: string[] = [];
  let size = 0;
  for (const { seq, tbl, id, hlc, del, data, fv, by } of rows) {
    const stamps = fv ? JSON.stringify(fv) : null;
    const values = [seq, tbl, id, hlc, del ? 1 : 0, JSON.stringify(data), stamps, by];
    const text = JSON.stringify(values);
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
