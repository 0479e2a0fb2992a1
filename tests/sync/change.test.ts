import { linesOf, withData } from "@/lib/sync/page-wire";
import { packRows, unpackRows } from "@/lib/sync/packed-rows";
import { describe, expect, it } from "vitest";
import { LIMITS, PROTOCOL, pullPage, pushAnswer, pushBody, SCHEMA } from "@/lib/sync/change";

const stamp = "0mwqdippu000-0my9j2d0hvx7u128";
const body = {
  proto: PROTOCOL,
  schema: SCHEMA,
  cid: "0my9j2d0hvx7u128",
  epoch: null,
  from: 1,
  to: 1,
  muts: [
    {
      tbl: "people",
      id: "01a1fe0a-a7b3-7f12-b7c8-03753af0c5f2",
      create: true,
      fields: {
        fullName: ["Ann Example", stamp],
        "tags/café": [true, stamp],
        notes: [null, stamp],
      },
    },
  ],
};
const mutation = body.muts[0] ?? {};

describe("what travels", () => {
  it("VER-1 names protocol and schema", () => {
    expect(pushBody.parse(body)).toEqual(body);
    expect(pushBody.safeParse({ ...body, schema: undefined }).success).toBe(false);
  });

  it.each([
    ["a table with a path in it", { ...mutation, tbl: "people/x" }],
    ["an id that is none", { ...mutation, id: "x" }],
    ["a name with a quote", { ...mutation, fields: { 'a"b': [1, stamp] } }],
    ["a name that is __proto__", JSON.parse(`{"fields":{"__proto__":[1,"${stamp}"]}}`)],
    ["a stamp that is none", { ...mutation, fields: { a: [1, "now"] } }],
    ["no value", { ...mutation, fields: { a: [undefined, stamp] } }],
  ])("FLD-4 is refused with %s", (_, wrong) => {
    const muts = [{ ...mutation, ...(wrong as object) }];
    expect(pushBody.safeParse({ ...body, muts }).success).toBe(false);
  });

  it("OUT-2 is refused with more rows than a push holds", () => {
    const muts = Array.from({ length: LIMITS.pushMuts + 1 }, () => mutation);
    expect(pushBody.safeParse({ ...body, muts }).success).toBe(false);
  });

  it("VER-2 keeps fields and tables it does not know", () => {
    const row = { tbl: "novelties", id: "x", hlc: stamp, seq: 3, data: { brandNew: { deep: 1 } } };
    const head = { epoch: "e", epochStart: 0, now: 1, from: 0, next: 3, more: false };
    const sent = linesOf({ ...head, rows: packRows([row]) });
    expect(unpackRows(withData(pullPage.parse(sent.head), sent.data).rows)).toEqual([row]);
    const answer = { epoch: "e", epochStart: 0, now: 1, last: 1, seq: 1, rejected: [] };
    expect(pushAnswer.parse(answer)).toEqual(answer);
  });
});
