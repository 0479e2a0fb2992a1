import { callsTo } from "@/lib/platform/worker-call";
import type { BackupPort, ExportPort, ExportProgress } from "./export-port";

/** The export screen's port: its worker starts at the first call and ends with `close`. */
export function createWorkerExporter(
  db = "rapport",
): ExportPort & { backups: BackupPort; close(): void } {
  let worker: Worker | undefined;
  let call: ReturnType<typeof callsTo<ExportProgress>> | undefined;
  const ask: ReturnType<typeof callsTo<ExportProgress>> = (name, args, onProgress) => {
    worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    call ??= callsTo<ExportProgress>(worker);
    return call(name, { db, ...(args as object) }, onProgress);
  };
  return {
    export: (request, onProgress) => ask("export", { request }, onProgress),
    counts: () => ask("counts", {}),
    cancel: () => ask("cancel", {}),
    backups: {
      list: () => ask("listBackups", {}),
      backUp: () => ask("backUp", {}),
      read: (name) => ask("readBackup", { name }),
    },
    close() {
      worker?.terminate();
      worker = undefined;
      call = undefined;
    },
  };
}
