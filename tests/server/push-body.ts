import { randomUUID } from "node:crypto";
import { formatStamp } from "@/lib/sync/clock";
import { PROTOCOL, SCHEMA, type Mutation, type PushBody } from "@/lib/sync/change";
import type { Json } from "@/lib/sync/json";

export const T0 = Date.UTC(2026, 8, 1, 9);

/** A row made by device `cid` at `ms`. */
export function created(
  cid: string,
  fields: Record<string, Json>,
  { ms = T0 - 1000, id, tbl = "people" }: { ms?: number; id?: string; tbl?: string } = {},
): Mutation {
  return { tbl, id: id ?? randomUUID(), create: true, fields: stamped(cid, fields, ms) };
}

export function patched(
  cid: string,
  id: string,
  fields: Record<string, Json>,
  ms = T0,
  tbl = "people",
): Mutation {
  return { tbl, id, fields: stamped(cid, fields, ms) };
}

function stamped(cid: string, fields: Record<string, Json>, ms: number): Mutation["fields"] {
  const stamp = formatStamp({ ms, counter: 0 }, cid);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value, stamp]]));
}

export function pushOf(cid: string, muts: Mutation[], part: Partial<PushBody> = {}): PushBody {
  return {
    proto: PROTOCOL,
    schema: SCHEMA,
    cid,
    epoch: null,
    from: 1,
    to: part.from ?? 1,
    muts,
    ...part,
  };
}
