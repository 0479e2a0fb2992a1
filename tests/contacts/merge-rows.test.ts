import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMerge, type Row } from "@/lib/contacts/merging/plan-merge";
import { REFERENCES } from "@/lib/contacts/merging/references";
import {
  idOfPair,
  mergeRows,
  recentMerges,
  tellApart,
  undoMerge,
} from "@/lib/contacts/store/merges";
import type { RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { schemas } from "@/lib/model/schemas";
import { freshDb } from "../data/ground";

const A = "01900000-0000-7000-8000-00000000000a";
const B = "01900000-0000-7000-8000-00000000000b";
const AT = "2026-02-03T04:05:06.000Z";
const LATER = "2026-02-04T04:05:06.000Z";
const typed = { source: "user", at: AT };
const read = (at: string) => ({ source: "capture", at });

const word = fc.constantFrom("Ada", "Quillmark", "Lyon", "a longer line of words", "7");
const person = (id: string) =>
  fc
    .record(
      {
        headline: word,
        company: word,
        position: word,
        location: word,
        about: word,
        notes: fc.constantFrom("Met in Lyon", "Likes trains", "Met in Lyon, likes trains"),
        tags: fc.uniqueArray(fc.constantFrom("vip", "lyon", "old"), { maxLength: 3 }),
        skills: fc.array(fc.record({ name: word }), { maxLength: 3 }),
        doNotContact: fc.boolean(),
        passport: fc.dictionary(
          fc.constantFrom("headline", "company", "position", "location"),
          fc.constantFrom(typed, read(AT), read(LATER)),
        ),
      },
      { requiredKeys: [] },
    )
    .map((fields): Row => ({ id, fullName: "Ada Brightwater", createdAt: AT, ...fields }));

async function holding(rows: readonly Row[]): Promise<RapportDb> {
  const db = freshDb();
  await save(
    db,
    rows.map(({ id, ...fields }) => ({ table: "people", id, create: true, fields }) as never),
  );
  return db;
}

async function shown(db: RapportDb): Promise<unknown[]> {
  const rows = [...(await db.people.toArray()), ...(await db.messages.toArray())];
  return rows.map((row) => {
    const { _sync, updatedAt, ...rest } = row as Record<string, unknown>;
    return rest;
  });
}

const merge = (db: RapportDb) => mergeRows({ tbl: "people", ids: [A, B], by: "person" }, db);

describe("a plan", () => {
  it("is the same in either order", () => {
    fc.assert(
      fc.property(person(A), person(B), (a, b) => {
        expect(planMerge(b, a)).toEqual(planMerge(a, b));
      }),
    );
  });

  it("loses nothing a person typed", () => {
    fc.assert(
      fc.property(person(A), person(B), (a, b) => {
        const after = { ...a, ...planMerge(a, b).write } as Record<string, unknown>;
        const everything = JSON.stringify(after);
        for (const row of [a, b]) {
          if (row["notes"]) expect(String(after["notes"])).toContain(row["notes"]);
          for (const tag of (row["tags"] as string[] | undefined) ?? []) {
            expect(everything).toContain(tag);
          }
          for (const [field, entry] of Object.entries(row["passport"] ?? {})) {
            const value = row[field];
            if ((entry as typeof typed).source === "user" && value !== undefined) {
              expect(everything).toContain(value as string);
            }
          }
        }
      }),
    );
  });

  it("says which value stands, and why", () => {
    const a = {
      id: A,
      createdAt: AT,
      fullName: "Ada B.",
      company: "Quillmark",
      position: "Buyer",
      location: "Lyon",
      about: "Short",
      passport: { company: read(AT), location: typed },
    };
    const b = {
      id: B,
      createdAt: AT,
      fullName: "Ada Brightwater",
      company: "Lantern",
      location: "Paris",
      about: "Rather long",
      passport: { company: read(LATER), location: read(LATER), fullName: read(LATER) },
    };
    const told = Object.fromEntries(
      planMerge(a, b).fields.map(({ field, value, why }) => [field, [value, why]]),
    );
    expect(told).toEqual({
      fullName: ["Ada Brightwater", "newer"],
      company: ["Lantern", "newer"],
      // The old title is not carried to the new firm.
      position: [null, "newer"],
      location: ["Lyon", "typed"],
      about: ["Rather long", "longer"],
    });
    expect(planMerge(a, b, { company: "kept" }).fields).toContainEqual(
      expect.objectContaining({ field: "company", value: "Quillmark", why: "chosen" }),
    );
  });
});

describe("a merge", () => {
  it("taken back is as if it never was", async () => {
    await fc.assert(
      fc.asyncProperty(person(A), person(B), async (a, b) => {
        const db = await holding([a, b]);
        await save(db, [{ table: "messages", fields: { personId: B, content: "Hello" } }]);
        const before = await shown(db);
        const id = await merge(db);
        expect(await db.people.toCollection().primaryKeys()).toEqual([A]);
        expect(await undoMerge(id ?? "", db)).toBe(true);
        expect(await shown(db)).toEqual(before);
        await db.delete();
      }),
      { numRuns: 40 },
    );
  });

  it("turns what points at the row that goes, and its undo keeps what was done since", async () => {
    const db = await holding([
      { id: A, createdAt: AT, fullName: "Ada Brightwater", company: "Quillmark" },
      { id: B, createdAt: AT, fullName: "Ada Brightwater", notes: "Met in Lyon", tags: ["vip"] },
    ]);
    const { ids } = await save(db, [
      { table: "interactions", fields: { personId: B, type: "call", at: AT } },
      { table: "enrolments", fields: { campaignId: A, personId: B } },
      { table: "campaigns", fields: { name: "Spring", audience: { personIds: [B, A] } } },
    ]);
    const [call = "", enrolled = "", campaign = ""] = ids;
    const id = (await merge(db)) ?? "";
    expect(await db.people.get(A)).toMatchObject({ notes: "Met in Lyon", tags: ["vip"] });
    expect((await db.interactions.get(call))?.personId).toBe(A);
    expect((await db.campaigns.get(campaign))?.audience?.personIds).toEqual([A]);
    expect(await recentMerges(db)).toMatchObject([{ id, keptId: A, goneId: B }]);

    await save(db, [
      { table: "people", id: A, fields: { notes: "Met in Lyon, and again", location: "Paris" } },
      { table: "enrolments", id: enrolled, fields: { personId: campaign } },
    ]);
    await undoMerge(id, db);
    expect(await db.people.get(A)).toMatchObject({
      notes: "Met in Lyon, and again",
      location: "Paris",
    });
    expect((await db.people.get(A))?.tags).toBeUndefined();
    expect(await db.people.get(B)).toMatchObject({ notes: "Met in Lyon", tags: ["vip"] });
    expect((await db.interactions.get(call))?.personId).toBe(B);
    expect((await db.enrolments.get(enrolled))?.personId).toBe(campaign);
    expect((await db.campaigns.get(campaign))?.audience?.personIds).toEqual([A, B]);
  });

  it("keeps contact details on the device, and brings them back", async () => {
    const db = await holding([
      { id: A, createdAt: AT, fullName: "Ada", contact: { emails: ["ada@quillmark.example"] } },
      { id: B, createdAt: AT, fullName: "Ada", contact: { emails: ["ada@lantern.example"] } },
    ]);
    const id = (await merge(db)) ?? "";
    expect((await db.people.get(A))?.contact?.emails).toHaveLength(2);
    expect(JSON.stringify(await db._outbox.toArray())).not.toContain("lantern.example");
    await undoMerge(id, db);
    expect((await db.people.get(A))?.contact?.emails).toEqual(["ada@quillmark.example"]);
    expect((await db.people.get(B))?.contact?.emails).toEqual(["ada@lantern.example"]);
  });

  it("is not made by the product where a person told two apart", async () => {
    const db = await holding([
      { id: A, createdAt: AT, fullName: "Ada" },
      { id: B, createdAt: AT, fullName: "Ada" },
    ]);
    await tellApart("people", [B, A], db);
    expect(await mergeRows({ tbl: "people", ids: [A, B], by: "product" }, db)).toBeUndefined();
    expect(await merge(db)).toBe(idOfPair("people", B, A));
  });
});

it("every reference to a person or a company is known", () => {
  const pointing = Object.entries(schemas).flatMap(([table, schema]) =>
    Object.keys(schema.shape)
      .filter((field) => field === "personId" || field === "employerId")
      .map((field) => `${table}.${field}`),
  );
  const known = new Set(
    Object.values(REFERENCES).flatMap((list) =>
      list.map(({ table, field }) => `${table}.${field}`),
    ),
  );
  expect(pointing.filter((one) => !known.has(one))).toEqual([]);
});
