import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_NAME, type SyncRow } from "@/lib/sync/change";
import { formatStamp } from "@/lib/sync/clock";
import {
  decodeMember,
  encodeMember,
  expand,
  fold,
  memberField,
  unfold,
  updatedAt,
} from "@/lib/sync/fields";
import { isJson, sameJson, weigh, type Json } from "@/lib/sync/json";
import { json, kinds, memberName, plainName } from "./arbitraries";

const hlc = formatStamp({ ms: Date.UTC(2026, 0, 2), counter: 0 }, "d1");
const rowOf = (data: Record<string, Json>, fv?: Record<string, string>): SyncRow => ({
  tbl: "t",
  id: "r",
  hlc,
  data,
  ...(fv && { fv }),
});

/** Any registers a row may hold, those of another version among them. */
const data = fc
  .array(
    fc.oneof(
      fc.tuple(plainName, json),
      fc.tuple(
        memberName.map((name) => memberField("tags", name)),
        fc.oneof(fc.boolean(), json),
      ),
      fc.tuple(
        memberName.map((name) => memberField("passport", name)),
        json,
      ),
      fc.tuple(fc.constantFrom("opened/d1", "opened/d2", "opened/a/b"), fc.oneof(fc.nat(9), json)),
      fc.tuple(
        fc.constantFrom("tags", "passport", "opened", "id", "updatedAt", "new/x", "tags/x/e9.y"),
        json,
      ),
    ),
    { maxLength: 12 },
  )
  .map((entries) => Object.fromEntries(entries) as Record<string, Json>);

describe("registers and the row a screen reads", () => {
  it("FLD-3 VER-2 give each other back, whatever the fields", () => {
    fc.assert(
      fc.property(data, (registers) => {
        const { fields, rest } = fold(rowOf(registers), kinds);
        expect(unfold(fields, rest, kinds)).toEqual(registers);
      }),
      { numRuns: 2000 },
    );
  });

  it("FLD-2 show sets, maps and counters as one value", () => {
    const row = rowOf({
      fullName: "Ann Example",
      "tags/vip": true,
      "tags/café": true,
      "tags/old": false,
      "passport/headline": { source: "user" },
      "passport/gone": null,
      "opened/d1": 2,
      "opened/d2": 3,
    });
    expect(fold(row, kinds).fields).toEqual({
      fullName: "Ann Example",
      tags: ["café", "vip"],
      passport: { headline: { source: "user" } },
      opened: 5,
    });
  });

  it("FLD-1 show nothing of what was cleared", () => {
    const { fields, rest } = fold(rowOf({ notes: null, "tags/x": false }), kinds);
    expect(fields).toEqual({});
    expect(rest).toEqual({ notes: null, "tags/x": false });
  });

  it("FLD-7 derive the time of the last change", () => {
    const later = formatStamp({ ms: Date.UTC(2026, 5, 1), counter: 3 }, "d2");
    expect(updatedAt(rowOf({ a: 1 }))).toBe("2026-01-02T00:00:00.000Z");
    expect(updatedAt(rowOf({ a: 1 }, { a: later }))).toBe("2026-06-01T00:00:00.000Z");
  });
});

describe("names", () => {
  it("FLD-4 take any text as a member, and give it back", () => {
    fc.assert(
      fc.property(memberName, (name) => {
        const field = memberField("tags", name);
        expect(decodeMember(encodeMember(name))).toBe(name);
        expect(field).toMatch(FIELD_NAME);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['a"b', "a\\b", "a\nb", "__proto__", "", "\ud800", "x".repeat(301)])(
    "FLD-4 refuse %j",
    (name) => expect(FIELD_NAME.test(name)).toBe(false),
  );

  it.each(["fullName", "tags/Évènement", "tags/R&D", "passport.a.b", "opened/d1", "日本 語"])(
    "FLD-4 take %j as it is",
    (name) => {
      expect(FIELD_NAME.test(name)).toBe(true);
      expect(encodeMember(name)).toBe(name);
    },
  );
});

describe("edits as registers", () => {
  const standing = {
    "tags/a": true,
    "tags/b": true,
    "passport/x": 1,
    "opened/d1": 2,
    "opened/d2": 5,
  };

  it("FLD-5 take a whole set apart", () => {
    expect(expand({ tags: ["b", 'c"'] }, standing, kinds, "d1")).toEqual({
      "tags/a": false,
      "tags/b": true,
      "tags/c/22.": true,
    });
    expect(expand({ tags: null }, standing, kinds, "d1")).toEqual({
      "tags/a": false,
      "tags/b": false,
    });
  });

  it("FLD-5 take a whole map apart", () => {
    expect(expand({ passport: { y: 2 } }, standing, kinds, "d1")).toEqual({
      "passport/x": null,
      "passport/y": 2,
    });
  });

  it("FLD-5 add to the device's own share of a counter", () => {
    expect(expand({ "opened/+": 3 }, standing, kinds, "d1")).toEqual({ "opened/d1": 5 });
    expect(expand({ "opened/+": 1 }, {}, kinds, "d3")).toEqual({ "opened/d3": 1 });
    expect(expand({ opened: 20 }, standing, kinds, "d1")).toEqual({ "opened/d1": 15 });
  });

  it("FLD-6 leave out a member that is not there and is taken away", () => {
    expect(expand({ "tags/z": false }, standing, kinds, "d1")).toEqual({});
  });

  it("FLD-7 never write what is derived", () => {
    expect(expand({ id: "x", updatedAt: "y", _del: true }, {}, kinds, "d1")).toEqual({
      _del: true,
    });
  });

  it("FLD-5 read back as the whole value that was asked for", () => {
    const members = fc.uniqueArray(memberName.filter((name) => name !== "__proto__"));
    fc.assert(
      fc.property(members, members, (before, after) => {
        const old = expand({ tags: before }, {}, kinds, "d1");
        const now = { ...old, ...expand({ tags: after }, old, kinds, "d1") };
        expect(fold(rowOf(now), kinds).fields.tags ?? []).toEqual([...after].sort());
      }),
    );
  });
});

describe("values", () => {
  it("are the same whatever the order of their keys", () => {
    expect(sameJson({ a: 1, b: [2, null] }, { b: [2, null], a: 1 })).toBe(true);
    expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameJson([1], { 0: 1 })).toBe(false);
    expect(sameJson(undefined, null)).toBe(false);
  });

  it("travel only if JSON keeps them", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(isJson(value)).toBe(true);
      }),
    );
    for (const value of [undefined, Number.NaN, new Date(0), [undefined], { a: undefined }, 1n]) {
      expect(isJson(value)).toBe(false);
    }
  });

  it("OUT-2 weigh at least what they take on the wire", () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
        expect(weigh(value)).toBeGreaterThanOrEqual(bytes);
      }),
    );
  });
});
