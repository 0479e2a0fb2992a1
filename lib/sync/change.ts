import * as z from "zod";
import { CLIENT_ID, STAMP, type Stamp } from "./clock";
import type { Json } from "./json";

/** What travels between a device and the server. Shapes only; the rules are in SPEC.md. */

export const PROTOCOL = 3;
export const SCHEMA = 1;

export const LIMITS = {
  /** A push, and an outbox record, holds at most this many rows … */
  pushMuts: 1000,
  /** … and about this much JSON, which gzips to less than 256 kB. */
  pushBytes: 1_000_000,
  /** One row's edit may weigh at most this. */
  mutationBytes: 1_000_000,
  /** A server refuses a longer body (after unpacking) with 413. */
  bodyBytes: 4_000_000,
  pageRows: 2000,
  pageBytes: 1_000_000,
  firstPageRows: 500,
} as const;

/**
 * A set's member is part of its field's name, and a tag may be written in any script. A `"` or `\`
 * inside a name would break the server's JSON paths, half a surrogate pair would not survive UTF-8,
 * `__proto__` would break our own objects.
 */
export const FIELD_NAME =
  // oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
  /^(?!__proto__$)[^"\\\u0000-\u001f\u007f-\u009f\ud800-\udfff]{1,300}$/u;
export const TABLE_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

const json = z.custom<Json>((value) => value !== undefined);
const stamp = z.string().regex(STAMP);
const fieldName = z.string().regex(FIELD_NAME);
const table = z.string().regex(TABLE_NAME);
const count = z.int().nonnegative();

/** Field → [value, stamp]; null clears. `create` says that the row may not exist yet. */
export const mutation = z.object({
  tbl: table,
  id: z.uuid(),
  create: z.literal(true).optional(),
  fields: z
    .record(fieldName, z.tuple([json, stamp]))
    .refine((fields) => Object.keys(fields).length > 0),
});
export type Mutation = z.infer<typeof mutation>;

/** A row as a map of registers: a field's stamp is `fv[field]`, or `hlc` where `fv` is silent. */
export type SyncRow = {
  tbl: string;
  id: string;
  hlc: Stamp;
  del?: boolean;
  data: Record<string, Json>;
  fv?: Record<string, Stamp>;
  seq?: number;
};

const places = z.array(count);
const list = z.custom<Json[]>(Array.isArray);

/**
 * Rows of one table in a push, field by field: a fifth smaller when packed, and quicker to read, than row by
 * row. `columns.ts` is the way there and back.
 */
export const tableColumns = z
  .object({
    tbl: table,
    ids: z.array(z.string()),
    /** The first row's sequence, then each one's distance from the row before. */
    seq: z.array(z.int()),
    /** 0: the stamp of the row before. */
    hlc: z.array(z.union([stamp, z.literal(0)])),
    /** Places of the deleted rows. */
    del: places.optional(),
    fields: z.array(fieldName),
    /** One per field: the values of all rows, or of those at `at`. */
    columns: z.array(z.union([list, z.object({ at: places, values: list })])),
    /** By place: stamps of the fields that have their own. */
    fv: z.array(z.tuple([count, z.record(z.string(), stamp)])).optional(),
  })
  .refine(({ ids, seq, hlc, del, fields, columns, fv }) => {
    const { length } = ids;
    const isPlace = (at: number) => at < length;
    return (
      seq.length === length &&
      hlc.length === length &&
      (length === 0 || hlc[0] !== 0) &&
      columns.length === fields.length &&
      columns.every((column) =>
        Array.isArray(column)
          ? column.length === length
          : column.at.length === column.values.length && column.at.every(isPlace),
      ) &&
      (del ?? []).every(isPlace) &&
      (fv ?? []).every(([at]) => isPlace(at))
    );
  });
export type TableColumns = z.infer<typeof tableColumns>;

/** What the rows of a page are; what they hold is in `PackedRows.data`. In no order that says anything. */
export const rowHeads = z
  .object({
    /** Neighbours of one table: which, and how many. */
    runs: z.array(z.tuple([table, count])),
    ids: z.array(z.string()),
    /** The first row's sequence, then each one's distance from the row before. */
    seq: z.array(z.int()),
    /** 0: the stamp of the row before. */
    hlc: z.array(z.union([stamp, z.literal(0)])),
    /** Places of the deleted rows. */
    del: places.optional(),
    /** By place: stamps of the fields that have their own. */
    fv: z.array(z.tuple([count, z.record(z.string(), stamp)])).optional(),
  })
  .refine(({ runs, ids, seq, hlc, del, fv }) => {
    const { length } = ids;
    const isPlace = (at: number) => at < length;
    return (
      runs.reduce((sum, [, rows]) => sum + rows, 0) === length &&
      seq.length === length &&
      hlc.length === length &&
      (length === 0 || hlc[0] !== 0) &&
      (del ?? []).every(isPlace) &&
      (fv ?? []).every(([at]) => isPlace(at))
    );
  });
export type RowHeads = z.infer<typeof rowHeads>;

/**
 * Rows of a page as they lie in it: `data` is the JSON (UTF-8) of the list of what they hold, as the server has it
 * in its table and passes it on without reading it. `packed-rows.ts` is the way there and back.
 */
export type PackedRows = RowHeads & { data: Uint8Array<ArrayBuffer> };

/** The device's records `from`..`to`, edits of one row folded into one mutation. */
export const pushBody = z.object({
  proto: z.int(),
  schema: z.int(),
  cid: z.string().regex(CLIENT_ID),
  epoch: z.string().nullable(),
  from: z.int().positive(),
  to: z.int().positive(),
  muts: z.array(mutation).max(LIMITS.pushMuts),
  /** With the last records of an outbox: the answer shall bring the pull from here. */
  since: count.optional(),
  /** Read before the answer to the push before it was heard. */
  ahead: z.literal(true).optional(),
});
/** Mutations as columns, those that make a row apart from those that change one. */
export type PushColumns = { creates: TableColumns[]; patches: TableColumns[] };

/** `columns`: a record that lies as columns on the device leaves as it lies, beside `muts`. */
export type PushBody = z.infer<typeof pushBody> & { columns?: PushColumns | undefined };

export const rejection = z.object({ tbl: z.string(), id: z.string(), why: z.string() });
export type Rejection = z.infer<typeof rejection>;

/** Stamps later than `over` (ms) were replaced by `stamp`. */
export const restamp = z.object({ over: z.number(), stamp });
export type Restamp = z.infer<typeof restamp>;

/** Which life of the server answers: `epoch` changes when it was restored at sequence `epochStart`. */
const life = { epoch: z.string(), epochStart: count, now: z.number() };

type WithRows<Page extends { rows: RowHeads }> = Omit<Page, "rows"> & { rows: PackedRows };

export const pullPage = z.object({
  ...life,
  /** The `since` of the request. */
  from: count,
  /** The next `since`: the server's sequence on the last page, else the last row's. */
  next: count,
  more: z.boolean(),
  rows: rowHeads,
  /** The device is behind the floor: it must take a snapshot. */
  reset: z.boolean().optional(),
});
export type PullPage = WithRows<z.infer<typeof pullPage>>;

export const pushAnswer = z.object({
  ...life,
  /** The last record of this device the server has decided on. */
  last: count,
  /** The workspace's sequence at which it did. */
  seq: count,
  rejected: z.array(rejection),
  restamped: restamp.optional(),
  /** The server knows pushes that are sent ahead: one may follow before this answer's successor is heard. */
  ahead: z.literal(true).optional(),
  /** To a push with `since`: what a pull from there gives now. */
  page: pullPage.optional(),
});
export type PushAnswer = Omit<z.infer<typeof pushAnswer>, "page"> & {
  page?: PullPage | undefined;
};

/**
 * Newest first, without the deleted; `before` is the request's, `next` the one to ask for: where the page was cut,
 * or where its window begins.
 */
export const snapPage = z.object({
  ...life,
  upto: count,
  before: count.nullable(),
  /** On the first page: about how many rows there are in all. */
  about: count.optional(),
  next: count,
  more: z.boolean(),
  /** Told by a server that knows windows: what the page takes of `LIMITS.pageBytes`. */
  weight: count.optional(),
  rows: rowHeads,
});
export type SnapPage = WithRows<z.infer<typeof snapPage>>;

/** What the server remembers of one device: its last answer, given again to a repeated push. */
export const clientState = z.object({
  last: count,
  seq: count,
  rejected: z.array(rejection),
  restamped: restamp.optional(),
});
export type ClientState = z.infer<typeof clientState>;
