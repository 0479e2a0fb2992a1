import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { openDb, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { countStaged } from "@/lib/data/staged";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { createImporter } from "@/lib/import/importer";
import type { ImportPort } from "@/lib/import/port";
import { readConversation } from "@/lib/messaging/store/inbox";
import { recentJobChanges } from "@/lib/import/store";
import { everything } from "./everything";
import { exportZip, zipOf } from "./fixtures";

const HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
/** More sources than any of these files has. */
const ALL = everything({ sources: Array.from({ length: 40 }, (_, index) => ({ index })) });
let count = 0;
let db: RapportDb;

afterEach(() => db.delete());

function open(): ImportPort {
  db = openDb(`import-${++count}`);
  return createImporter(db);
}

async function fileOf({ name, blob, lastModified }: ReturnType<typeof zipOf>): Promise<File> {
  return new File([await blob.arrayBuffer()], name, { lastModified });
}

async function planFor(importer: ImportPort, dropped: ReturnType<typeof zipOf>) {
  const opened = await importer.open([await fileOf(dropped)]);
  return importer.plan(everything(opened), () => {});
}

const connections = (...rows: string[]) => zipOf({ "Connections.csv": [HEAD, ...rows].join("\n") });

test("an import is written as planned, a second one finds nothing to do", async () => {
  const importer = open();
  const plan = await planFor(importer, exportZip("en"));
  const progress: number[] = [];
  const record = await importer.run(ALL, ({ done }) => progress.push(done));
  expect(record).toMatchObject({ state: "done", counts: plan?.counts });
  expect(progress.at(-1)).toBe(plan?.edits);
  expect(record.written).toBe(plan?.rows);
  expect(await db.people.count()).toBe(plan?.made.people);
  expect(await countStaged(db, "messages")).toBe(4);
  const again = await planFor(importer, exportZip("en"));
  expect(again).toMatchObject({ edits: 0, counts: { new: 0, changed: 0, doubtful: 0 } });
});

test("one undo takes the whole import back, and the same file can be imported again", async () => {
  const importer = open();
  const [id] = (
    await save(db, [
      {
        table: "people",
        create: true,
        fields: { fullName: "Mina Sato 佐藤", publicId: "mina-sato", company: "Before" },
      },
    ])
  ).ids as [string];
  const before = await db.people.get(id);
  await planFor(importer, exportZip("en"));
  const record = await importer.run(ALL, () => {});
  expect((await db.people.get(id))?.company).toBe("Atelier Nord");

  const { kept } = await importer.undo(record.id, () => {});
  expect(kept).toBe(0);
  expect(await db.people.toArray()).toMatchObject([
    { id, fullName: "Mina Sato 佐藤", company: "Before" },
  ]);
  const { updatedAt: _, ...fields } = before as Record<string, unknown>;
  expect(Object.keys((await db.people.get(id)) ?? {}).sort()).toEqual(
    [...Object.keys(fields), "updatedAt"].sort(),
  );
  expect(await db.messages.count()).toBe(0);
  expect(await db._importParts.count()).toBe(0);
  expect((await importer.history())[0]).toMatchObject({ state: "undone" });

  await planFor(importer, exportZip("en"));
  await importer.run(ALL, () => {});
  await unfoldStaged(db);
  expect(await db.messages.count()).toBe(4);
});

test("what was written by hand after the import outlives its undo", async () => {
  const importer = open();
  await planFor(
    importer,
    connections(
      "Jane,Doe,https://www.linkedin.com/in/jane,,Acme,Engineer,17 May 2024",
      "John,Roe,https://www.linkedin.com/in/john,,Acme,Engineer,17 May 2024",
    ),
  );
  const record = await importer.run(ALL, () => {});
  const jane = await db.people.where("publicId").equals("jane").first();
  await save(
    db,
    [{ table: "people", id: jane?.id ?? "", fields: { notes: "Met for lunch" } }],
    Date.now() + 10,
  );
  expect(await importer.undo(record.id, () => {})).toEqual({ undone: 2, kept: 1 });
  expect(await db.people.toArray()).toMatchObject([{ fullName: "Jane Doe" }]);
});

test("stopped half-way, what is written can be taken back or gone on with", async () => {
  const importer = open();
  const rows = Array.from(
    { length: 3500 },
    (_, n) => `P${n},Q,https://www.linkedin.com/in/p${n},,Acme,Engineer,17 May 2024`,
  );
  const zip = connections(...rows);
  await planFor(importer, zip);
  const stopped = await importer.run(ALL, () => void importer.cancel());
  expect(stopped.state).toBe("stopped");
  const written = await db.people.count();
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(3500);

  const rest = await planFor(importer, zip);
  expect(rest?.counts).toMatchObject({ same: written, new: 3500 - written });
  await importer.undo(stopped.id, () => {});
  expect(await db.people.count()).toBe(0);
});

const jane = (company: string) =>
  connections(`Jane,Doe,https://www.linkedin.com/in/jane,,${company},Engineer,17 May 2024`);

test("a job change of a second export can be asked for later", async () => {
  const importer = open();
  await planFor(importer, jane("Acme"));
  await importer.run(ALL, () => {});
  await planFor(importer, jane("Globex"));
  await importer.run(ALL, () => {});
  expect(await recentJobChanges(db)).toMatchObject([
    { changes: [{ label: "Jane Doe", after: { company: "Globex" } }] },
  ]);
});

test("e-mails of connections stay on the device", async () => {
  const importer = open();
  await planFor(
    importer,
    connections("Jane,Doe,https://www.linkedin.com/in/jane,jane@acme.example,Acme,,17 May 2024"),
  );
  await importer.run(ALL, () => {});
  expect((await db.people.toArray())[0]?.contact).toEqual({ emails: ["jane@acme.example"] });
  expect(JSON.stringify(await db._outbox.toArray())).not.toContain("jane@acme.example");
});

test("a conversation is there as soon as the import is done, its messages in their places or not", async () => {
  const importer = open();
  await planFor(importer, exportZip("en"));
  await importer.run(ALL, () => {});
  expect(await db.messages.count()).toBe(0);
  const people = await db.people.toCollection().primaryKeys();
  const read = (await Promise.all(people.map((id) => readConversation(id, db)))).flat();
  expect(read.length).toBeGreaterThan(0);
  await unfoldStaged(db);
  const later = (await Promise.all(people.map((id) => readConversation(id, db)))).flat();
  expect(later).toEqual(read);
});
