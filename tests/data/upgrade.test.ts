import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { connect, DB_VERSION } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import type { StoredRow } from "@/lib/data/stored-row";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { writeDatabase, type RawDatabase } from "./raw-database";

const FOLDER = new URL("../fixtures/data/", import.meta.url);
const PERSON = "0190b0c0-0000-7000-8000-000000000001";
const EDITED = "0190b0c0-0000-7000-8000-000000000004";
const versions = Array.from({ length: DB_VERSION }, (_, index) => index + 1);

it("has the database of every version there was", () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(versions.map((version) => `v${version}.json`));
});

describe.each(versions)("a database left by version %i", (version) => {
  it("opens with all it held, unsent edits and refused ones included, and can be written to", async () => {
    const raw = JSON.parse(
      readFileSync(new URL(`v${version}.json`, FOLDER), "utf8"),
    ) as RawDatabase;
    const name = `left-by-${version}`;
    await writeDatabase(name, raw);
    const db = connect(name);

    expect(await db.people.get(PERSON)).toMatchObject({
      fullName: "Ada Brightwater",
      notes: "Met in Lyon",
      tags: ["vip"],
      contact: { emails: ["ada@quillmark.example"] },
    });
    expect(await db.people.where("tags").equals("vip").count()).toBe(1);
    expect(await db.jobs.count()).toBe(0);
    expect((await db._outbox.toArray()).map(({ n }) => n)).toEqual(
      raw.stores["_outbox"]!.rows.map((row) => (row as { n: number }).n),
    );
    expect(await db._rejected.toArray()).toMatchObject([{ why: "invalid" }]);
    expect(await db._unparsed.count()).toBe(1);

    await save(db, [{ table: "people", id: PERSON, fields: { notes: "Met again" } }]);
    expect(await db.people.get(PERSON)).toMatchObject({ notes: "Met again" });

    const edited = (await db.people.get(EDITED)) as unknown as StoredRow | undefined;
    expect(edited === undefined).toBe(version < 5);
    if (edited) expect(edited._sync.base?.data).toMatchObject({ notes: "Theirs" });
    expect((await db._base.toArray()).filter(({ base }) => base)).toEqual([]);

    const waiting = (raw.stores["_stagedIds"]?.rows ?? []) as { ids: string }[];
    await unfoldStaged(db);
    expect(await db._staged.count()).toBe(0);
    for (const { ids } of waiting)
      expect(await db.people.get(ids)).toMatchObject({ fullName: "Wen Waiting" });
    db.close();
  });
});

it("a version's fixture is what that version has in its stores", async () => {
  const raw = JSON.parse(
    readFileSync(new URL(`v${DB_VERSION}.json`, FOLDER), "utf8"),
  ) as RawDatabase;
  const db = await connect("present").open();
  const shape = db.tables.map(({ name, schema }) => [
    name,
    schema.indexes.map((one) => one.name).toSorted(),
  ]);
  expect(
    Object.entries(raw.stores).map(([name, store]) => [
      name,
      store.indexes.map((one) => one.name).toSorted(),
    ]),
  ).toEqual(shape.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  db.close();
});
