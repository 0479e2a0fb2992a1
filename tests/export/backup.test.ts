import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { backUp, backUpIfDue, listBackups } from "@/lib/export/auto-backup";
import type { BackupFiles } from "@/lib/export/backup-files";
import {
  backupName,
  backupTime,
  isBackupDue,
  KEPT_BACKUPS,
  surplusBackups,
} from "@/lib/export/backup-schedule";
import { createImporter } from "@/lib/import/importer";
import { everything } from "@/tests/import/everything";

const DAY = 24 * 60 * 60 * 1000;
const noon = new Date("2026-11-21T12:00:00Z");
const later = (days: number) => new Date(noon.getTime() + days * DAY);

function inMemory(): BackupFiles & { held: Map<string, Blob> } {
  const held = new Map<string, Blob>();
  return {
    held,
    list: () =>
      Promise.resolve(
        [...held].map(([name, { size }]) => ({ name, at: backupTime(name) ?? "", bytes: size })),
      ),
    write: (name, content) => Promise.resolve(void held.set(name, content)),
    read: (name) => Promise.resolve(new File([held.get(name) ?? ""], name)),
    remove: (name) => Promise.resolve(void held.delete(name)),
  };
}

let count = 0;
let db: RapportDb;
beforeEach(async () => {
  db = connect(`backup-${++count}`);
  await save(db, [
    { table: "people", fields: { fullName: "Ada Quill", "tags/vip": true, notes: "Ferns" } },
    { table: "jobs", fields: { title: "Buyer" } },
  ]);
});
afterEach(() => db.delete());

test("a backup is due after a day, if something was written", () => {
  const last = { at: noon.toISOString(), clock: "1" };
  expect(isBackupDue(undefined, "1", noon)).toBe(true);
  expect(isBackupDue(last, "2", later(0.9))).toBe(false);
  expect(isBackupDue(last, "2", later(1))).toBe(true);
  expect(isBackupDue(last, "1", later(30))).toBe(false);
  expect(isBackupDue(last, "2", later(-3))).toBe(true);
});

test("a name tells its time, and only ours do", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
      (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(backupTime(backupName(whole))).toBe(whole.toISOString());
      },
    ),
  );
  expect(backupTime("notes.json.gz")).toBeUndefined();
});

test("the newest seven are kept", () => {
  const files = Array.from({ length: 9 }, (_, n) => ({
    name: `${n}`,
    at: later(n).toISOString(),
    bytes: 1,
  }));
  expect(surplusBackups(files).map(({ name }) => name)).toEqual(["1", "0"]);
});

test("backups are made when due, and the old ones make room", async () => {
  const files = inMemory();
  expect(await backUpIfDue(db, files, noon)).toBeDefined();
  expect(await backUpIfDue(db, files, later(2))).toBeUndefined();
  for (let day = 1; day <= 9; day++) {
    await save(db, [{ table: "jobs", fields: { title: `Job ${day}` } }]);
    expect(await backUpIfDue(db, files, later(day))).toBeDefined();
  }
  const kept = await listBackups(files);
  expect(kept).toHaveLength(KEPT_BACKUPS);
  expect(kept[0]?.at).toBe(later(9).toISOString());
});

test("of an emptied notebook no backup is made by itself", async () => {
  const files = inMemory();
  await db.people.clear();
  await db.jobs.clear();
  expect(await backUpIfDue(db, files, noon)).toBeUndefined();
  expect(files.held.size).toBe(0);
});

test("a full disk leaves the backups that are there", async () => {
  const files = inMemory();
  await backUp(db, files, noon);
  files.write = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  await save(db, [{ table: "jobs", fields: { title: "One more" } }]);
  await expect(backUpIfDue(db, files, later(1))).rejects.toThrow("full");
  expect(files.held.size).toBe(1);
});

test("a backup brings back what is gone, row for row", async () => {
  const files = inMemory();
  const { name } = await backUp(db, files, noon);
  const before = await db.people.toArray();
  await db.delete();
  db = connect(`backup-${++count}`);

  const importer = createImporter(db);
  const opened = await importer.open([await files.read(name)]);
  expect(opened.sources).toMatchObject([{ kind: "backup" }]);
  const plan = await importer.plan(everything(opened), () => {});
  expect(plan?.counts).toMatchObject({ new: 2, refused: 0 });
  await importer.run(everything(opened), () => {});
  const { _sync: _, updatedAt: __, ...ada } = before[0] as Record<string, unknown>;
  expect(await db.people.toArray()).toMatchObject([ada]);
  expect(await db.jobs.count()).toBe(1);
});

test("a backup cut off is refused", async () => {
  const files = inMemory();
  const { name } = await backUp(db, files, noon);
  const whole = files.held.get(name) ?? new Blob();
  const opened = await createImporter(db).open([new File([whole.slice(0, whole.size - 40)], name)]);
  expect(opened.refused).toMatchObject([{ path: name }]);
});
