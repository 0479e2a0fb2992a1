import type { BackupFile } from "./backup-schedule";
import type { TableName } from "@/lib/model/tables";
import type { CsvDialect } from "./csv";

export type ExportRequest =
  | { kind: "csv"; dialect: CsvDialect; tables: readonly TableName[] }
  | { kind: "json" }
  | { kind: "sqlite" }
  | { kind: "vcard" }
  /** The owner's own, unless another person is named. */
  | { kind: "resume"; personId?: string };

export type Exported = { name: string; blob: Blob; rows: number };

export type ExportProgress = { done: number; total: number };

/** Backups kept on the device. */
export interface BackupPort {
  list(): Promise<readonly BackupFile[]>;
  backUp(): Promise<BackupFile>;
  /** The file of a backup, for the import to read. */
  read(name: string): Promise<File>;
}

/** What the export screen asks for. Undefined when there is nothing of the kind, or it was stopped. */
export interface ExportPort {
  export(
    request: ExportRequest,
    onProgress: (progress: ExportProgress) => void,
  ): Promise<Exported | undefined>;
  /** Rows by table, for those that have any. */
  counts(): Promise<Partial<Record<TableName, number>>>;
  cancel(): Promise<void>;
}
