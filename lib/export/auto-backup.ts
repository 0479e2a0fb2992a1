import type { RapportDb } from "@/lib/data/db";
import type { BackupFiles } from "./backup-files";
import {
  backupName,
  inOrder,
  isBackupDue,
  surplusBackups,
  type BackupFile,
} from "./backup-schedule";
import { createExporter } from "./exporter";
import { countRows, readClock, readLastBackup, writeLastBackup } from "./store";

/**
 * The whole notebook, packed, beside the database; the newest seven are kept. The old ones go only after the new
 * one is written.
 */
export async function backUp(
  db: RapportDb,
  files: BackupFiles,
  now: Date = new Date(),
): Promise<BackupFile> {
  const clock = await readClock(db);
  const exported = await createExporter(db, () => now).export({ kind: "json" }, () => {});
  const name = backupName(now);
  const packed = await pack(exported?.blob ?? new Blob());
  await files.write(name, packed);
  await writeLastBackup(db, { at: now.toISOString(), clock });
  for (const { name: old } of surplusBackups(await files.list())) await files.remove(old);
  return { name, at: now.toISOString(), bytes: packed.size };
}

/**
 * For whoever wakes up now and then: makes a backup if a day has passed and something was written. Of an emptied
 * notebook none is made: it would push out one that holds something.
 */
export async function backUpIfDue(
  db: RapportDb,
  files: BackupFiles,
  now: Date = new Date(),
): Promise<BackupFile | undefined> {
  const [last, clock] = await Promise.all([readLastBackup(db), readClock(db)]);
  if (!isBackupDue(last, clock, now)) return undefined;
  const isEmpty = Object.keys(await countRows(db)).length === 0;
  return isEmpty ? undefined : backUp(db, files, now);
}

/** The newest first. */
export async function listBackups(files: BackupFiles): Promise<BackupFile[]> {
  return inOrder(await files.list());
}

function pack(blob: Blob): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(new CompressionStream("gzip"))).blob();
}
