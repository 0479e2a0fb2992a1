import "fake-indexeddb/auto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { save } from "@/lib/data/save";
import { createExporter } from "@/lib/export/exporter";
import type { ExportRequest } from "@/lib/export/export-port";
import { createImporter } from "@/lib/import/importer";
import { everything } from "@/tests/import/everything";

let count = 0;
let db: RapportDb;
const at = new Date("2026-11-21T09:00:00Z");

beforeEach(async () => {
  db = connect(`export-${++count}`);
  const person = "0199a000-0000-7000-8000-00000000000a";
  await save(db, [
    {
      table: "people",
      id: person,
      create: true,
      fields: {
        fullName: '=HYPERLINK("http://x")',
        isSelf: true,
        phone: "0033",
        "tags/été": true,
        "tags/vip": true,
        skills: [{ name: "SQL", level: 4 }],
        ownField: { kept: [1] },
        contact: { emails: ["jane@acme.example"] },
      },
    },
    {
      table: "messages",
      id: "0199a000-0000-8000-8000-00000000000b",
      create: true,
      fields: { personId: person, content: 'Hello; "you"\nthere', direction: "sent" },
    },
    { table: "jobs", fields: { title: "Buyer", positions: 2, urgent: true } },
  ]);
});

afterEach(() => db.delete());

function exported(request: ExportRequest) {
  return createExporter(db, () => at).export(request, () => {});
}

async function bytesOf(request: ExportRequest): Promise<Uint8Array> {
  const file = await exported(request);
  return new Uint8Array(await (file?.blob ?? new Blob()).arrayBuffer());
}

test("several tables as CSV are a ZIP of them", async () => {
  const request = {
    kind: "csv",
    dialect: "excel",
    tables: ["people", "messages", "companies"],
  } as const;
  expect(await exported(request)).toMatchObject({ name: "rapport-2026-11-21.zip", rows: 2 });
  const files = unzipSync(await bytesOf(request));
  expect(Object.keys(files)).toEqual(["people.csv", "messages.csv"]);
  const people = strFromU8(files["people.csv"] ?? new Uint8Array());
  expect([...(files["people.csv"] ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  expect(people).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(people).toContain("vip; été");
  expect(people).not.toContain("_sync");
});

test("one table is one file", async () => {
  expect(await exported({ kind: "csv", dialect: "comma", tables: ["jobs"] })).toMatchObject({
    name: "rapport-jobs-2026-11-21.csv",
    rows: 1,
  });
});

test("nothing of the kind gives no file", async () => {
  expect(await exported({ kind: "csv", dialect: "comma", tables: ["alerts"] })).toBeUndefined();
  expect(await exported({ kind: "resume", personId: "nobody" })).toBeUndefined();
});

test("one SQLite file that SQLite itself reads", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-sqlite-"));
  const path = join(folder, "notebook.sqlite");
  writeFileSync(path, await bytesOf({ kind: "sqlite" }));
  const sqlite = new DatabaseSync(path, { readOnly: true });
  try {
    expect(sqlite.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    const [person] = sqlite
      .prepare(
        "SELECT fullName, phone, isSelf, skills ->> '$[0].name' AS skill, more ->> '$.ownField.kept[0]' AS own FROM people",
      )
      .all();
    expect(person).toEqual({
      fullName: '=HYPERLINK("http://x")',
      phone: "0033",
      isSelf: 1,
      skill: "SQL",
      own: 1,
    });
    const joined = sqlite
      .prepare("SELECT content FROM messages JOIN people ON people.id = messages.personId")
      .all();
    expect(joined).toEqual([{ content: 'Hello; "you"\nthere' }]);
    expect(sqlite.prepare("SELECT positions FROM jobs").all()).toEqual([{ positions: 2 }]);
    expect(
      sqlite
        .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'messages_%'")
        .all().length,
    ).toBeGreaterThan(3);
  } finally {
    sqlite.close();
    rmSync(folder, { recursive: true });
  }
});

test("the owner as a résumé, everyone as address cards", async () => {
  expect(await exported({ kind: "resume" })).toMatchObject({ name: "resume-2026-11-21.json" });
  const cards = new TextDecoder().decode(await bytesOf({ kind: "vcard" }));
  expect(cards.match(/BEGIN:VCARD/g)).toHaveLength(1);
});

test("everything as JSON comes back as it was, in an empty notebook and in this one", async () => {
  const file = await exported({ kind: "json" });
  const text = await (file?.blob ?? new Blob()).text();
  expect(Object.keys((JSON.parse(text) as { tables: object }).tables)).toEqual([
    "people",
    "jobs",
    "messages",
  ]);
  const before = await rowsOf(db);

  expect(await restore(db, text)).toMatchObject({ same: 3, new: 0, changed: 0, refused: 0 });
  const empty = connect(`export-${++count}`);
  expect(await restore(empty, text)).toMatchObject({ same: 0, new: 3, refused: 0 });
  // A conversation's messages wait in whole pages until the import is done with.
  await unfoldStaged(empty);
  expect(await rowsOf(empty)).toEqual(before);

  await save(db, [{ table: "people", id: String(before[0]?.["id"]), fields: { _del: true } }]);
  expect(await restore(db, text)).toMatchObject({ same: 2, new: 1 });
  expect(await rowsOf(db)).toEqual(before);

  const pretty = JSON.stringify(JSON.parse(text), null, 2);
  expect(await restore(empty, pretty)).toMatchObject({ same: 3, new: 0 });
  await empty.delete();
});

test("an older backup does not undo what was written since", async () => {
  const text = await ((await exported({ kind: "json" }))?.blob ?? new Blob()).text();
  const [person] = await db.people.toArray();
  await save(
    db,
    [{ table: "people", id: person?.id ?? "", fields: { notes: "since", phone: "1" } }],
    Date.now() + 5,
  );
  expect(await restore(db, text)).toMatchObject({ same: 3, changed: 0 });
  expect((await db.people.toArray())[0]).toMatchObject({ notes: "since", phone: "1" });
});

test("files come along, and a copy of the whole database is read like an export", async () => {
  const person = (await db.people.toArray())[0]?.id ?? "";
  await save(db, [
    {
      table: "documents",
      fields: {
        name: "cv.pdf",
        personId: person,
        content: new Blob(["%PDF é"], { type: "application/pdf" }),
      },
    },
  ]);
  const text = await ((await exported({ kind: "json" }))?.blob ?? new Blob()).text();
  const empty = connect(`export-${++count}`);
  expect(await restore(empty, text)).toMatchObject({ new: 4, refused: 0 });
  const [document] = await empty.documents.toArray();
  expect(await document?.content?.text()).toBe("%PDF é");
  expect(document?.content?.type).toBe("application/pdf");
  expect(await empty.people.count()).toBe(1);
  await empty.delete();
});

test("a page as it stood is in no export, and in no backup", async () => {
  const packed = new TextEncoder().encode("Private words");
  await db._snapshots.put({
    key: "people/0199a000-0000-7000-8000-00000000000a",
    at: at.toISOString(),
    bytes: 13,
    packed,
  });
  const text = await ((await exported({ kind: "json" }))?.blob ?? new Blob()).text();
  expect(text).toContain("jane@acme.example");
  expect(text).not.toMatch(/_snapshots|Private words|"packed"/);
});

test("a backup that is not whole says so", async () => {
  const text = await ((await exported({ kind: "json" }))?.blob ?? new Blob()).text();
  const empty = connect(`export-${++count}`);
  const cut = text.slice(0, text.indexOf('"content"') + 12);
  expect(await restore(empty, cut)).toMatchObject({ new: 2, refused: 1 });
  expect(await restore(empty, text.replace('"version":1', '"version":9'))).toMatchObject({
    new: 0,
  });
  await empty.delete();
});

async function restore(into: RapportDb, text: string) {
  const importer = createImporter(into);
  const opened = await importer.open([new File([text], "rapport.json")]);
  const plan = await importer.plan(everything(opened), () => {});
  await importer.run(everything(opened), () => {});
  return plan?.counts;
}

async function rowsOf(from: RapportDb): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const table of ["people", "messages", "jobs"] as const) {
    for (const row of await from.table<Record<string, unknown>>(table).toArray()) {
      const { _sync, updatedAt, ...fields } = row;
      rows.push(fields);
    }
  }
  return rows;
}
