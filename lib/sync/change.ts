import * as z from "zod";
import { CLIENT_ID, STAMP } from "./clock";
import type { Json } from "./json";

/** What travels between a device and the server. Shapes only; the rules are in SPEC.md. */

export const PROTOCOL = 1;
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
export const syncRow = z.object({
  tbl: table,
  id: z.string(),
  hlc: stamp,
  del: z.boolean().optional(),
  data: z.record(z.string(), json),
  fv: z.record(z.string(), stamp).optional(),
  seq: count.optional(),
});
export type SyncRow = z.infer<typeof syncRow>;

/** The device's records `from`..`to`, edits of one row folded into one mutation. */
export const pushBody = z.object({
  proto: z.int(),
  schema: z.int(),
  cid: z.string().regex(CLIENT_ID),
  epoch: z.string().nullable(),
  from: z.int().positive(),
  to: z.int().positive(),
  muts: z.array(mutation).max(LIMITS.pushMuts),
});
export type PushBody = z.infer<typeof pushBody>;

export const rejection = z.object({ tbl: z.string(), id: z.string(), why: z.string() });
export type Rejection = z.infer<typeof rejection>;

/** Stamps later than `over` (ms) were replaced by `stamp`. */
export const restamp = z.object({ over: z.number(), stamp });
export type Restamp = z.infer<typeof restamp>;

/** Which life of the server answers: `epoch` changes when it was restored at sequence `epochStart`. */
const life = { epoch: z.string(), epochStart: count, now: z.number() };

export const pushAnswer = z.object({
  ...life,
  /** The last record of this device the server has decided on. */
  last: count,
  /** The workspace's sequence at which it did. */
  seq: count,
  rejected: z.array(rejection),
  restamped: restamp.optional(),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

export const pullPage = z.object({
  ...life,
  /** The `since` of the request. */
  from: count,
  /** The next `since`: the server's sequence on the last page, else the last row's. */
  next: count,
  more: z.boolean(),
  rows: z.array(syncRow),
  /** The device is behind the floor: it must take a snapshot. */
  reset: z.boolean().optional(),
});
export type PullPage = z.infer<typeof pullPage>;

/** Newest first, without the deleted; `before` is the request's, `next` the one to ask for. */
export const snapPage = z.object({
  ...life,
  upto: count,
  before: count.nullable(),
  next: count,
  more: z.boolean(),
  rows: z.array(syncRow),
});
export type SnapPage = z.infer<typeof snapPage>;

/** What the server remembers of one device: its last answer, given again to a repeated push. */
export const clientState = z.object({
  last: count,
  seq: count,
  rejected: z.array(rejection),
  restamped: restamp.optional(),
});
export type ClientState = z.infer<typeof clientState>;

export function rowKey(row: { tbl: string; id: string }): string {
  return `${row.tbl}/${row.id}`;
}
