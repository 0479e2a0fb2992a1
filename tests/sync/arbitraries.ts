import * as fc from "fast-check";
import type { Mutation, SyncRow } from "@/lib/sync/change";
import { formatStamp } from "@/lib/sync/clock";
import { kindsOf } from "@/lib/sync/fields";
import type { Json } from "@/lib/sync/json";
import { createdRow } from "@/lib/sync/merge";

/** Values as JSON keeps them, with names that have led others astray. */
export const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

export const kinds = kindsOf({ sets: ["tags"], maps: ["passport"], counters: ["opened"] });

const plainName = fc.constantFrom(
  "a",
  "b",
  "constructor",
  "toString",
  "x.y",
  "été",
  "hasOwnProperty",
);
export const memberName = fc.oneof(
  fc.constantFrom(
    "vip",
    "a/b",
    'say "hi"',
    "back\\slash",
    "été",
    "a/e9.",
    "/",
    "👍",
    "C#",
    "__proto__",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
);
export { plainName };

export const stamp = fc
  .tuple(fc.nat(20), fc.nat(2), fc.constantFrom("d1", "d2", "d3", "d1~"))
  .map(([ms, counter, node]) => formatStamp({ ms, counter }, node));

const field = fc.oneof(
  plainName,
  fc.constantFrom("_del", "tags/vip", "tags/x", "passport/a", "opened/d1", "opened/d2"),
);

/** Registers of one row under any stamps: as made by healthy devices, one stamp is one value. */
export const mutation = fc
  .uniqueArray(fc.tuple(field, stamp), { minLength: 1, maxLength: 6, selector: ([name]) => name })
  .map((registers): Mutation => {
    const entries = registers.map(([name, at]) => [name, [valueOf(name, at), at]]);
    return { tbl: "t", id: "r", create: true, fields: Object.fromEntries(entries) };
  });

export const row: fc.Arbitrary<SyncRow> = mutation.map(createdRow);

function valueOf(name: string, at: string): Json {
  if (name === "_del" || name.startsWith("tags/")) return at.charCodeAt(8) % 2 === 0;
  return at.endsWith("1") ? null : `${name} at ${at}`;
}
