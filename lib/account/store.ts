import { openDb, openPersonal, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save-on-demand";
import { keepForGood, roomOnDisk, type Room } from "@/lib/data/persist";
import { isTableName } from "@/lib/data/shapes";
import type { Settings } from "@/lib/model/settings";
import { SETTINGS_ID } from "@/lib/model/settings-id";
import { AppError } from "@/lib/platform/app-error";
import { browser } from "@/lib/platform/browser";
import type { Mutation } from "@/lib/sync/change";
import type { Json } from "@/lib/sync/json";

export async function readSettings(db: RapportDb = openPersonal()): Promise<Settings | null> {
  return (await db.settings.get(SETTINGS_ID)) ?? null;
}

/** Every device makes the same row, so two that never met agree on it. */
export async function saveSettings(
  fields: Record<string, Json>,
  db: RapportDb = openPersonal(),
): Promise<void> {
  await save(db, [{ table: "settings", id: SETTINGS_ID, create: true, fields }]);
}

export type Rejected = {
  id: number;
  table: string;
  at: string;
  why: string;
  /** Of the person or job it is about, where it is still here. */
  name?: string;
  fields: Record<string, Json>;
};

/** The notebook of one workspace, by the name of its database. */
export function notebookOf(database: string): RapportDb {
  return openDb(database);
}

export async function readRejected(db: RapportDb = openDb()): Promise<Rejected[]> {
  const records = await db._rejected.toArray();
  return Promise.all(
    records.map(async ({ id, at, why, mutation }) => {
      const name = await nameOf(db, mutation.tbl, mutation.id);
      return {
        id,
        table: mutation.tbl,
        at,
        why,
        ...(name !== undefined && { name }),
        fields: valuesOf(mutation),
      };
    }),
  );
}

/** Says the change anew, as an edit of now and as it was put right; the server decides again. */
export async function retryRejected(
  id: number,
  db: RapportDb = openDb(),
  corrected: Record<string, Json> = {},
): Promise<void> {
  const record = await db._rejected.get(id);
  if (!record) return;
  const { tbl, id: row, create } = record.mutation;
  if (!isTableName(tbl)) throw new AppError("too-old");
  await save(db, [
    {
      table: tbl,
      id: row,
      ...(create && { create }),
      fields: { ...valuesOf(record.mutation), ...corrected },
    },
  ]);
  await db._rejected.delete(id);
}

export function discardRejected(id: number, db: RapportDb = openDb()): Promise<void> {
  return db._rejected.delete(id);
}

function valuesOf(mutation: Mutation): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(mutation.fields).map(([field, [value]]) => [field, value]),
  );
}

async function nameOf(db: RapportDb, table: string, id: string): Promise<string | undefined> {
  if (table === "people") return (await db.people.get(id))?.fullName;
  return table === "jobs" ? (await db.jobs.get(id))?.title : undefined;
}

/** The space the notebook takes and may take; null where the browser does not say. */
export async function readRoom(): Promise<Room | null> {
  return (await roomOnDisk()) ?? null;
}

/** Whether the browser has promised not to throw the notebook away when the disk runs full. */
export async function isKept(): Promise<boolean> {
  return (await navigator.storage.persisted()) || isExemptFromEviction();
}

/** Chromium never evicts the data of an extension that has this permission, whatever `persisted` says. */
async function isExemptFromEviction(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  return browser.permissions.contains({ permissions: ["unlimitedStorage"] });
}

/** Asks for that promise. It may be refused, and asked for again. */
export function askToKeep(): Promise<boolean> {
  return keepForGood();
}
