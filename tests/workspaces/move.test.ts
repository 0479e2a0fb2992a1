import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { writeRole } from "@/lib/data/role";
import { save } from "@/lib/data/save";
import { moveRecord, previewMove, resumeMoves } from "@/lib/workspaces/store/move";

let from: RapportDb;
let to: RapportDb;
let person: string;
let made = 0;

beforeEach(async () => {
  made += 1;
  from = connect(`move-from-${made}`);
  to = connect(`move-to-${made}`);
  const { ids } = await save(from, [
    {
      table: "people",
      fields: {
        fullName: "Ada Orme",
        notes: "Met at the fair",
        tags: ["vip", "spring"],
        "passport/headline": { source: "capture", at: "2026-05-01T10:00:00.000Z" },
        contact: { email: "ada@example.org", phone: "123" },
      },
    },
  ]);
  person = ids[0] ?? "";
  const at = "2026-05-01T10:00:00.000Z";
  const { ids: more } = await save(from, [
    { table: "interactions", fields: { personId: person, type: "call", at, content: "Long talk" } },
    { table: "candidates", fields: { personId: person } },
    { table: "people", fields: { fullName: "Bo Stays" } },
  ]);
  await save(from, [
    {
      table: "documents",
      fields: { candidateId: more[1] ?? "", name: "cv.pdf", content: new Blob(["cv"]) },
    },
    {
      table: "enrolments",
      fields: { campaignId: crypto.randomUUID(), personId: person, status: "active" },
    },
  ]);
  await from._unparsed.put({
    key: `people/${person}`,
    at,
    url: "https://x.example/",
    sections: [],
  });
});

const move = () => moveRecord({ table: "people", id: person, from, to });
const back = () => moveRecord({ table: "people", id: person, from: to, to: from });

/** The row as one reads it, without what the sync keeps of it. */
function plain(row: object) {
  const { _sync, updatedAt, ...seen } = row as Record<string, unknown>;
  return seen;
}

async function contents(db: RapportDb) {
  return {
    people: (await db.people.where("id").equals(person).toArray()).map(plain),
    interactions: (await db.interactions.toArray()).map(plain),
    candidates: (await db.candidates.toArray()).map(plain),
    documents: (await db.documents.toArray()).map(plain),
    unparsed: await db._unparsed.count(),
  };
}

describe("moving a record to another workspace", () => {
  it("is shown beforehand: what goes along, what stays, what nobody else will see", async () => {
    expect(await previewMove({ table: "people", id: person, from })).toEqual({
      along: [
        { table: "people", count: 1 },
        { table: "interactions", count: 1 },
        { table: "candidates", count: 1 },
        { table: "documents", count: 1 },
      ],
      stays: [{ table: "enrolments", count: 1 }],
      deviceOnly: [
        { table: "people", fields: ["email", "phone"] },
        { table: "documents", fields: ["content"] },
      ],
    });
  });

  it("takes along what belongs to it, whole, and leaves the rest", async () => {
    const before = await contents(from);
    expect(await move()).toEqual({ rows: 4 });
    expect(await contents(to)).toEqual(before);
    expect(await from.people.toArray()).toMatchObject([{ fullName: "Bo Stays" }]);
    expect(await from.interactions.count()).toBe(0);
    expect(await from.enrolments.count()).toBe(1);
  });

  it("sends no field that is not to leave this device", async () => {
    await move();
    const sent = JSON.stringify(await to._outbox.toArray());
    expect(sent).toContain("Met at the fair");
    expect(sent).not.toMatch(/ada@example\.org|"123"|content":\[\{/);
    expect(await to.people.get(person)).toMatchObject({ contact: { email: "ada@example.org" } });
  });

  it("is undone by going back, with what was changed meanwhile", async () => {
    const before = await contents(from);
    await move();
    await back();
    expect(await contents(from)).toEqual(before);
    expect(await to.people.count()).toBe(0);
    await move();
    await save(to, [{ table: "people", id: person, fields: { notes: "Changed there" } }]);
    await back();
    expect(await from.people.get(person)).toMatchObject({ notes: "Changed there" });
  });

  it.each(["copy", "deletion"] as const)(
    "cut off before the %s, it is carried out once at the next start",
    async (where) => {
      const before = await contents(from);
      const broken = Object.create(where === "copy" ? to : from) as RapportDb;
      Object.defineProperty(broken, "transaction", {
        value: () => Promise.reject(new Error("killed")),
      });
      const parts = where === "copy" ? { from, to: broken } : { from: broken, to };
      await expect(moveRecord({ table: "people", id: person, ...parts })).rejects.toThrow("killed");
      expect(await from.people.get(person)).toBeDefined();
      expect(await resumeMoves(from, () => to)).toBe(1);
      expect(await contents(to)).toEqual(before);
      expect(await from.people.get(person)).toBeUndefined();
      expect(await resumeMoves(from, () => to)).toBe(0);
    },
  );

  it("carries along what was typed between the cut and the next start", async () => {
    const broken = Object.create(from) as RapportDb;
    Object.defineProperty(broken, "transaction", {
      value: () => Promise.reject(new Error("killed")),
    });
    const stale = moveRecord({ table: "people", id: person, from: broken, to });
    await expect(stale).rejects.toThrow("killed");
    const later = Date.now() + 60_000;
    await save(from, [{ table: "people", id: person, fields: { notes: "Typed since" } }], later);
    await resumeMoves(from, () => to, later + 1);
    expect(await to.people.get(person)).toMatchObject({ notes: "Typed since" });
  });

  it("is refused where one may only read, and nothing has changed", async () => {
    await writeRole(to, "viewer");
    await expect(move()).rejects.toMatchObject({ code: "read-only-here" });
    expect(await from.people.get(person)).toBeDefined();
    expect(await to.people.count()).toBe(0);
  });

  it("knows no record that is not there", async () => {
    await from.people.delete(person);
    await expect(move()).rejects.toMatchObject({ code: "unknown-row" });
  });
});
