import * as z from "zod";
import { AppError } from "@/lib/platform/app-error";
import { newClientId } from "@/lib/sync/clock";
import { rebirth } from "@/lib/sync/server-life";
import { DB_VERSION, type RapportDb } from "./db";
import { OutboxIndex } from "./outbox-index";
import { dexieTx } from "./sync-tx";
import { inOneTransaction } from "./transaction";

/**
 * The database as it is, with what never left the device, what waits to be sent and where the sync
 * stood: one JSON file. (The notebook in open formats, to be read elsewhere, is lib/export's.)
 */
const FORMAT = "rapport-database";

/** A running snapshot's marks: it begins again. And pages as they stood: those stay where they were seen. */
const LEFT_OUT = new Set(["_pages", "_snapshots", "_rounds"]);

const record = z.record(z.string(), z.unknown());
const backup = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  exportedAt: z.string(),
  stores: z.record(z.string(), z.array(record)),
});
const file = z.object({ $file: z.string(), type: z.string() });

export async function exportBackup(db: RapportDb, now: Date = new Date()): Promise<Blob> {
  const head = { format: FORMAT, version: DB_VERSION, exportedAt: now.toISOString() };
  const parts = [`${JSON.stringify(head).slice(0, -1)},"stores":{`];
  const names = db.tables.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
  const stores = await db.transaction("r", names, async () =>
    Promise.all(names.map((name) => db.table<Record<string, unknown>>(name).toArray())),
  );
  for (const [place, name] of names.entries()) {
    parts.push(`${place === 0 ? "" : ","}${JSON.stringify(name)}:[`);
    for (const [index, row] of (stores[place] ?? []).entries()) {
      parts.push(`${index === 0 ? "" : ","}${JSON.stringify(await withoutFiles(row))}`);
    }
    parts.push("]");
  }
  parts.push("}}");
  return new Blob(parts, { type: "application/json" });
}

/**
 * Puts the backup in the place of everything here, all of it or nothing. The copy goes on as a device
 * of its own: two under one id would take each other's numbers.
 * @throws AppError("backup-unreadable" | "database-newer" | "disk-full")
 */
export async function restoreBackup(
  db: RapportDb,
  source: Blob,
  newCid: () => string = newClientId,
): Promise<{ rows: number }> {
  const { stores } = await readBackup(source);
  const tables = db.tables.filter(({ name }) => !LEFT_OUT.has(name));
  const contents = tables.map(({ name }) => (stores[name] ?? []).map(withFiles) as unknown[]);
  await inOneTransaction(
    db,
    db.tables.map(({ name }) => name),
    async () => {
      for (const table of db.tables) await table.clear();
      for (const [place, table] of tables.entries()) await table.bulkPut(contents[place] ?? []);
      const tx = dexieTx(db, new OutboxIndex(db), Date.now);
      const meta = await tx.readMeta();
      // A snapshot under way has lost its marks.
      if (meta.sweep) await tx.writeMeta({ ...meta, since: null, snap: undefined });
      await rebirth(tx, { newCid });
    },
  );
  return { rows: contents.reduce((sum, rows) => sum + rows.length, 0) };
}

async function readBackup(source: Blob): Promise<z.infer<typeof backup>> {
  let content: unknown;
  try {
    content = JSON.parse(await source.text());
  } catch (cause) {
    throw new AppError("backup-unreadable", {}, { cause });
  }
  const parsed = backup.safeParse(content);
  if (!parsed.success) throw new AppError("backup-unreadable", {}, { cause: parsed.error });
  if (parsed.data.version > DB_VERSION) {
    throw new AppError("database-newer", { version: parsed.data.version });
  }
  return parsed.data;
}

async function withoutFiles(row: Record<string, unknown>): Promise<Record<string, unknown>> {
  const entries = Object.entries(row).map(async ([key, value]) => [key, await packed(value)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** Files lie at the top of a row, or in the fields of a `_local` record. */
async function packed(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const bytes = new Uint8Array(await value.arrayBuffer());
    const $file = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return { $file: btoa($file), type: value.type };
  }
  const fields = record.safeParse(value);
  return fields.success && Object.values(fields.data).some((one) => one instanceof Blob)
    ? withoutFiles(fields.data)
    : value;
}

function withFiles(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, unpacked(value)]));
}

function unpacked(value: unknown): unknown {
  const found = file.safeParse(value);
  if (found.success) {
    const bytes = Uint8Array.from(atob(found.data.$file), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: found.data.type });
  }
  const fields = record.safeParse(value);
  return fields.success ? withFiles(fields.data) : value;
}
