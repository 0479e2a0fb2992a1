import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { startersOf, starterIn, starterLanguages } from "@/lib/messaging/starter/list";
import { starterId } from "@/lib/messaging/starter/starter";
import { seedStarters } from "@/lib/messaging/store/starters";
import { deleteTemplate, listTemplates, saveTemplate } from "@/lib/messaging/store/templates";
import { rowId } from "@/lib/model/row";
import type { Mutation, SyncRow } from "@/lib/sync/change";
import { applyMutation } from "@/lib/sync/merge";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`starters-${made}`);
});
afterEach(() => db.delete());

const KEY = "message-thanks";
const id = starterId("en", KEY);

/** What everybody sees once these devices have met, whichever the server heard first. */
async function met(...devices: RapportDb[]): Promise<(SyncRow | undefined)[]> {
  const said = await Promise.all(devices.map((device) => device._outbox.toArray()));
  const mutations = said.map((records) => records.flatMap(({ muts }): Mutation[] => muts));
  return [mutations.flat(), mutations.toReversed().flat()].map((order) => {
    let row: SyncRow | undefined;
    for (const mutation of order) if (mutation.id === id) row = applyMutation(row, mutation);
    return row;
  });
}

describe("the starter set", () => {
  it("is put in once for a language", async () => {
    expect(await seedStarters("en", db)).toBe(true);
    expect(await seedStarters("en", db)).toBe(false);
    expect(await listTemplates(db)).toHaveLength(startersOf("en").length);
    expect(await seedStarters("fr", db)).toBe(true);
    expect(await listTemplates(db)).toHaveLength(startersOf("en").length * 2);
  });

  it("has exactly one default for each occasion", async () => {
    await seedStarters("en", db);
    await saveTemplate({ id, fields: { tone: "formal" } }, db);
    const rows = await listTemplates(db);
    const thanks = rows.filter(({ category }) => category === "thanks");
    expect(thanks.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it("does not come back once deleted", async () => {
    await seedStarters("en", db);
    await deleteTemplate(id, db);
    await seedStarters("en", db);
    expect((await listTemplates(db)).map((row) => row.id)).not.toContain(id);
  });

  it("on a new device undoes no edit and no deletion made on another one", async () => {
    const other = connect(`starters-${made}-other`);
    await seedStarters("en", db);
    await saveTemplate({ id, fields: { content: "Mine" } }, db);
    await save(other, [{ table: "people", fields: { fullName: "Ada" } }]);
    await seedStarters("en", other, new Date(Date.now() + 60_000));
    for (const row of await met(db, other)) expect(row?.data["content"]).toBe("Mine");

    await deleteTemplate(id, db);
    for (const row of await met(db, other)) expect(row?.del).toBe(true);
    await other.delete();
  });

  it("is put in beside what stands on a device that was in use", async () => {
    await save(db, [{ table: "people", fields: { fullName: "Ada" } }]);
    expect(await seedStarters("fr", db)).toBe(true);
    expect(await listTemplates(db)).toHaveLength(startersOf("fr").length);
  });
});

describe("a starter's id", () => {
  it("is valid, and every starter's own", () => {
    const ids = starterLanguages.flatMap((language) =>
      startersOf(language).map(({ key }) => starterId(language, key)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of ids) expect(rowId.parse(one)).toBe(one);
  });

  it("leads to the same text in the other language", () => {
    expect(starterIn(id, "fr")).toBe(starterId("fr", KEY));
    expect(starterIn("0190b0c0-0000-7000-8000-000000000001", "fr")).toBeUndefined();
  });
});
