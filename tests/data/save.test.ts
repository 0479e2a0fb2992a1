import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { save, type Edit } from "@/lib/data/save";
import { AppError } from "@/lib/platform/app-error";
import { everything, freshDb } from "./ground";

const NOW = Date.parse("2026-01-02T03:04:05.000Z");

async function failing(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error("An AppError was due", { cause: error });
  return error;
}

describe("saving", () => {
  it("writes the row, its stamps, the clock and one outbox record for the whole action", async () => {
    const db = freshDb();
    const { ids } = await save(
      db,
      [
        { table: "people", fields: { fullName: "Ada Brightwater", "tags/vip": true } },
        { table: "jobs", fields: { title: "Archivist" } },
      ],
      NOW,
    );
    expect(await db.people.get(ids[0]!)).toMatchObject({
      fullName: "Ada Brightwater",
      tags: ["vip"],
      createdAt: "2026-01-02T03:04:05.000Z",
    });
    const records = await db._outbox.toArray();
    expect(records.map(({ n, muts }) => [n, muts.map(({ tbl }) => tbl)])).toEqual([
      [1, ["people", "jobs"]],
    ]);
  });

  it("finds many rows at once, whether they lie side by side or far apart", async () => {
    const db = freshDb();
    const made = Array.from({ length: 400 }, (_, n) => ({ fullName: `P${n}` }));
    const { ids } = await save(
      db,
      made.map((fields) => ({ table: "people", fields })),
    );
    const places = fc.uniqueArray(fc.nat({ max: 399 }), { minLength: 1, maxLength: 400 });
    const chosen = fc.oneof(
      places,
      places.map((list) => list.map((_, place) => 399 - place)),
    );
    await fc.assert(
      fc.asyncProperty(chosen, fc.uuid(), async (some, mark) => {
        const edits = some.map((place): Edit => ({
          table: "people",
          id: ids[place]!,
          fields: { notes: mark },
        }));
        const { undo } = await save(db, edits);
        expect(undo).toHaveLength(some.length);
        const marked = await db.people.filter(({ notes }) => notes === mark).primaryKeys();
        expect(marked).toEqual(some.map((place) => ids[place]!).toSorted());
        expect(await db._base.count()).toBe(0);
      }),
      { numRuns: 12 },
    );
    const lost = ids.slice(0, 60).map((id) => ({ id, fields: { notes: "x" } }));
    const missing = { id: `${ids[30]!.slice(0, -2)}zz`, fields: { notes: "x" } };
    const gone = failing(
      save(
        db,
        [...lost, missing].map((one) => ({ table: "people", ...one })),
      ),
    );
    expect((await gone).code).toBe("unknown-row");
  });

  it("writes nothing for a value that already stands", async () => {
    const db = freshDb();
    const { ids } = await save(db, [
      { table: "people", fields: { fullName: "Ada", "tags/vip": true } },
    ]);
    const before = await everything(db);
    const { undo } = await save(db, [
      { table: "people", id: ids[0]!, fields: { fullName: "Ada", "tags/vip": true } },
    ]);
    expect(undo).toEqual([]);
    expect(await everything(db)).toEqual(before);
  });

  it("keeps a field that never leaves the device out of the outbox", async () => {
    const db = freshDb();
    const contact = { emails: ["ada@quillmark.example"] };
    const { ids } = await save(db, [{ table: "people", fields: { fullName: "Ada", contact } }]);
    expect(await db.people.get(ids[0]!)).toMatchObject({ contact });
    expect(JSON.stringify(await db._outbox.toArray())).not.toContain("quillmark.example");
  });

  it("deletes by a write, and brings the row back by the undo of it", async () => {
    const db = freshDb();
    const fields = { fullName: "Ada", notes: "Met in Lyon", "tags/vip": true };
    const { ids } = await save(db, [{ table: "people", fields }]);
    const { undo } = await save(db, [{ table: "people", id: ids[0]!, fields: { _del: true } }]);
    expect(await db.people.count()).toBe(0);
    await save(db, undo);
    expect(await db.people.get(ids[0]!)).toMatchObject({ notes: "Met in Lyon", tags: ["vip"] });
  });

  it("stamps later edits later, with a clock that went a day back", async () => {
    const db = freshDb();
    const { ids } = await save(db, [{ table: "people", fields: { fullName: "Ada" } }], NOW);
    await save(db, [{ table: "people", id: ids[0]!, fields: { notes: "one" } }], NOW - 86_400_000);
    await save(db, [{ table: "people", id: ids[0]!, fields: { notes: "two" } }], NOW - 86_400_000);
    const stamps = (await db._outbox.toArray()).flatMap(({ muts }) =>
      muts.flatMap(({ fields }) => Object.values(fields).map(([, stamp]) => stamp)),
    );
    expect(stamps).toEqual(stamps.toSorted());
    expect(await db.people.get(ids[0]!)).toMatchObject({ notes: "two" });
  });
});

describe("saving what cannot be saved", () => {
  it.each<[string, Edit, string]>([
    ["a value its noun does not take", { table: "people", fields: { fullName: 7 } }, "invalid-row"],
    ["a new row without its name", { table: "people", fields: { notes: "?" } }, "invalid-row"],
    [
      "a name no field can have",
      { table: "people", fields: { fullName: "A", 'b"c': 1 } },
      "invalid-row",
    ],
    [
      "a row that is not there",
      { table: "people", id: "0190b0c0-0000-7000-8000-000000000009", fields: { notes: "?" } },
      "unknown-row",
    ],
    [
      "a text too large for any push",
      { table: "people", fields: { fullName: "A", notes: "x".repeat(4_000_000) } },
      "body-too-large",
    ],
  ])("%s says so, and keeps everything as it was", async (_what, edit, code) => {
    const db = freshDb();
    await save(db, [{ table: "people", fields: { fullName: "Ada" } }]);
    const before = await everything(db);
    const good: Edit = { table: "jobs", fields: { title: "Archivist" } };
    expect((await failing(save(db, [good, edit]))).code).toBe(code);
    expect(await everything(db)).toEqual(before);
  });

  it("a full disk says so, and keeps everything as it was", async () => {
    const db = freshDb();
    await save(db, [{ table: "people", fields: { fullName: "Ada" } }]);
    const before = await everything(db);
    const full = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("No room left", "QuotaExceededError");
    });
    try {
      const error = await failing(save(db, [{ table: "jobs", fields: { title: "Archivist" } }]));
      expect(error.code).toBe("disk-full");
    } finally {
      full.mockRestore();
    }
    expect(await everything(db)).toEqual(before);
  });
});

const anyFields = fc.record(
  {
    headline: fc.oneof(fc.string(), fc.constant(null)),
    notes: fc.oneof(fc.string(), fc.constant(null)),
    degree: fc.constantFrom(1, 2, 3, null),
    "tags/a": fc.boolean(),
    "tags/b": fc.boolean(),
    "passport/headline": fc.constantFrom(null, { source: "user", at: "2026-01-02T03:04:05.000Z" }),
  },
  { requiredKeys: [] },
);

it("an undo brings back what the screen showed, whatever was edited", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFields, { maxLength: 4 }), anyFields, async (history, last) => {
      const db = freshDb();
      const { ids } = await save(db, [{ table: "people", fields: { fullName: "Ada" } }], NOW);
      const id = ids[0]!;
      for (const fields of history) await save(db, [{ table: "people", id, fields }], NOW);
      const shown = async () => {
        const { _sync, updatedAt, ...row } = (await db.people.get(id)) as Record<string, unknown>;
        return row;
      };
      const before = await shown();
      const { undo } = await save(db, [{ table: "people", id, fields: last }], NOW);
      await save(db, undo, NOW);
      expect(await shown()).toEqual(before);
      await db.delete();
    }),
    { numRuns: 60 },
  );
});
