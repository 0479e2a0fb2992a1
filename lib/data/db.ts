import { Dexie, type EntityTable, type Table } from "dexie";
import type { RowOf } from "@/lib/model/schemas";
import { tables, type TableName } from "@/lib/model/tables";
import type { RejectedEdit } from "@/lib/sync/client-state";
import type { PackedRows, SyncRow } from "@/lib/sync/change";
import type { Json } from "@/lib/sync/json";
import type { OutboxRecord } from "@/lib/sync/overlay";
import { chosenName, PERSONAL } from "@/lib/platform/chosen-workspace";
import { bringOver } from "./bring-over";
import { openRecord, type PackedRecord } from "./outbox-record";

/**
 * The device's database, one per workspace. Noun tables hold rows as screens read them, and beside
 * their fields a `_sync` that only this folder looks at. The rest is the sync's own.
 */

/** Raise by one when a table, an index or the shape of a record changes; keep a fixture of the version left behind. */
export const DB_VERSION = 6;

const OWN_STORES = {
  /** Rows that are deleted; one that is shown has its server row inside. */
  _base: "key",
  _outbox: "n",
  /** What a running snapshot has named so far. */
  _pages: "++id",
  /** Pages of rows that wait whole, which rows each names, and rows that no longer wait. */
  _staged: "++id",
  _stagedIds: "id",
  _overtaken: "key",
  /** The last syncs: when, how long, how much. */
  _rounds: "++id",
  _meta: "key",
  _rejected: "++id",
  /** Text a capture could not read. */
  _unparsed: "key",
  /** What the last readings of a row's page said, beside what was kept of it. */
  _readings: "key",
  /** The page as it stood at the last capture of a row: words and structure. */
  _snapshots: "key, at",
  /** Where on a kind of page a person showed that a field stands. */
  _taught: "id",
  /** Rows of tables that this version does not know yet. */
  _unknown: "key, tbl",
  /** Fields that never leave the device. */
  _local: "key",
  /** Pairs that may be one person, as this device sees them: found anew, never synced. */
  _likely: "id, *ids",
  /** Of each person, what shows that another row may be the same one, by what only those share who may. */
  _likeables: "id, *keys",
  /** Imports made on this device, and in parts what undoes each. */
  _imports: "id, at",
  _importParts: "[importId+n]",
} as const;

export type BaseRecord = { key: string; local?: SyncRow; base?: SyncRow };
export type PageRecord = { id: number; keys: string[] };
export type StagedRecord = { id: number; rows: PackedRows };
/** One text to search in: a page's ids are read a hundred times more cheaply than its rows. Where no tables are named, it may be any. */
export type StagedIdsRecord = { id: number; ids: string; tables?: readonly string[] };
export type RoundRecord = {
  id: number;
  /** When it began (ISO), and how long it took. */
  at: string;
  ms: number;
  /** Bytes of bodies as they went over the wire, where the browser tells; else as text. */
  up: number;
  down: number;
  /** Rows sent and received. */
  pushed: number;
  pulled: number;
  /** `done`, or why it ended. */
  outcome: string;
};
export type MetaRecord = { key: string; value: unknown };
export type RejectedRecord = RejectedEdit & { id: number; at: string };
export type UnparsedRecord = {
  key: string;
  at: string;
  url: string;
  sections: { section: string; lines: string[] }[];
};
/** The shapes of these three are lib/capture's. */
export type ReadingRow = { key: string } & Record<string, unknown>;
export type SnapshotRow = {
  key: string;
  /** When it was taken. */
  at: string;
  /** What it takes up, packed. */
  bytes: number;
  packed: Uint8Array<ArrayBuffer>;
};
export type TaughtRow = { id: string } & Record<string, unknown>;
export type UnknownRecord = { key: string; tbl: string; local?: SyncRow; base?: SyncRow };
/** A field that never leaves the device may hold a file. */
export type DeviceValue = Json | Blob;
export type LocalRecord = { key: string; fields: Record<string, DeviceValue> };
/** What lib/contacts finds alike, and finds it by; their shapes are that folder's. */
export type LikelyRow = { id: string; ids: string[] } & Record<string, unknown>;
export type LikeableRow = { id: string; keys: string[] } & Record<string, unknown>;
/** What lib/import keeps of an import; its shape is that folder's. */
export type ImportRow = { id: string; at: string } & Record<string, unknown>;
export type ImportPartRow = { importId: string; n: number } & Record<string, unknown>;

type NounTables = { [T in TableName]: Table<RowOf<T>, string> };

export type RapportDb = Dexie &
  NounTables & {
    _base: Table<BaseRecord, string>;
    _outbox: Table<OutboxRecord, number, OutboxRecord | PackedRecord>;
    _pages: EntityTable<PageRecord, "id">;
    _staged: EntityTable<StagedRecord, "id">;
    _stagedIds: Table<StagedIdsRecord, number>;
    _overtaken: Table<{ key: string }, string>;
    _rounds: EntityTable<RoundRecord, "id">;
    _meta: Table<MetaRecord, string>;
    _rejected: EntityTable<RejectedRecord, "id">;
    _unparsed: Table<UnparsedRecord, string>;
    _readings: Table<ReadingRow, string>;
    _snapshots: Table<SnapshotRow, string>;
    _taught: Table<TaughtRow, string>;
    _unknown: Table<UnknownRecord, string>;
    _local: Table<LocalRecord, string>;
    _likely: Table<LikelyRow, string>;
    _likeables: Table<LikeableRow, string>;
    _imports: Table<ImportRow, string>;
    _importParts: Table<ImportPartRow, [string, number]>;
  };

export function storesOf(): Record<string, string> {
  const nouns = Object.entries(tables).map(([name, { indexes }]) => [
    name,
    ["id", ...indexes].join(", "),
  ]);
  return { ...Object.fromEntries(nouns), ...OWN_STORES };
}

/** A connection of its own. Screens and stores take the shared one, `openDb`. */
export function connect(name: string): RapportDb {
  const db = new Dexie(name, { cache: "disabled" }) as RapportDb;
  db.version(DB_VERSION).stores(storesOf()).upgrade(bringOver);
  db._outbox.hook("reading", openRecord);
  return db;
}

const opened = new Map<string, RapportDb>();

/** The same object for the same name: Dexie opens it at the first use. Without a name, the workspace the screens show. */
export function openDb(name = chosenName()): RapportDb {
  const db = opened.get(name) ?? connect(name);
  opened.set(name, db);
  return db;
}

/** One's own notebook, whichever workspace is shown: settings live there. */
export function openPersonal(): RapportDb {
  return openDb(PERSONAL);
}

/** One's own notebook beside this one; a database that is no team's stands for itself. */
export function personalOf(db: RapportDb): RapportDb {
  return db.name.startsWith(`${PERSONAL}.`) ? openPersonal() : db;
}
