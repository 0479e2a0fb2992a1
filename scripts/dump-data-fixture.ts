import "fake-indexeddb/auto";
import { writeFileSync } from "node:fs";
import { connect, DB_VERSION } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { createSyncStore } from "@/lib/data/sync-store";
import { dumpDatabase } from "@/tests/data/raw-database";

/**
 * Writes the fixture of the database's present version: run it before the version is raised, and never
 * again for that version. Times and ids are fixed, so that it can be read beside its test.
 */
const NOW = Date.parse("2026-01-02T03:04:05.000Z");
const id = (last: number) => `0190b0c0-0000-7000-8000-${String(last).padStart(12, "0")}`;

const db = connect("fixture");
await save(
  db,
  [
    {
      table: "people",
      id: id(1),
      create: true,
      fields: {
        fullName: "Ada Brightwater",
        company: "Quillmark",
        "tags/vip": true,
        "passport/fullName": { source: "capture", at: "2026-01-02T03:04:05.000Z" },
        contact: { emails: ["ada@quillmark.example"] },
      },
    },
    { table: "jobs", id: id(2), create: true, fields: { title: "Archivist" } },
  ],
  NOW,
);
await save(db, [{ table: "people", id: id(1), fields: { notes: "Met in Lyon" } }], NOW + 60_000);
await save(db, [{ table: "jobs", id: id(2), fields: { _del: true } }], NOW + 120_000);
await db._unparsed.put({
  key: `people/${id(1)}`,
  at: "2026-01-02T03:04:05.000Z",
  url: "https://www.linkedin.com/in/ada-brightwater/",
  sections: [{ section: "about", lines: ["Words nobody understood"] }],
});
await save(
  db,
  [{ table: "people", id: id(3), create: true, fields: { fullName: "Refused Row" } }],
  NOW + 180_000,
);
await createSyncStore(db, () => NOW + 240_000).refuse(4, "invalid");
// As a pull leaves it, and then edited.
const pulled = { fullName: "Eve Edited", createdAt: "2026-01-01T00:00:00.000Z", notes: "Theirs" };
const hlc = "0mjvvo0000000-other000000000000";
await db.table("people").put({ ...pulled, id: id(4), _sync: { hlc, seq: 7 } });
await save(db, [{ table: "people", id: id(4), fields: { notes: "Mine" } }], NOW + 300_000);
db.close();

const file = new URL(`../tests/fixtures/data/v${DB_VERSION}.json`, import.meta.url);
writeFileSync(file, `${JSON.stringify(await dumpDatabase("fixture"), null, 2)}\n`);
console.log(`Written: tests/fixtures/data/v${DB_VERSION}.json`);
