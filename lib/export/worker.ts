import { openDb } from "@/lib/data/db";
import { serveCalls } from "@/lib/platform/worker-call";
import { backUp, listBackups } from "./auto-backup";
import { privateBackups } from "./backup-files";
import type { ExportPort, ExportProgress, ExportRequest } from "./export-port";
import { createExporter } from "./exporter";

/** Writes files away from the screen. One exporter per database. */
const exporters = new Map<string, ExportPort>();

const files = privateBackups();

function exporterFor(name: string): ExportPort {
  const exporter = exporters.get(name) ?? createExporter(openDb(name));
  exporters.set(name, exporter);
  return exporter;
}

serveCalls<ExportProgress>(globalThis as unknown as Worker, {
  export: ({ db, request }: { db: string; request: ExportRequest }, onProgress) =>
    exporterFor(db).export(request, onProgress),
  counts: ({ db }: { db: string }) => exporterFor(db).counts(),
  backUp: ({ db }: { db: string }) => backUp(openDb(db), files),
  listBackups: () => listBackups(files),
  readBackup: ({ name }: { name: string }) => files.read(name),
  cancel: ({ db }: { db: string }) => exporterFor(db).cancel(),
});
