import { backupTime, type BackupFile } from "./backup-schedule";

/** Where backups lie. */
export interface BackupFiles {
  list(): Promise<BackupFile[]>;
  /** All of it or nothing: a backup half written is not listed. */
  write(name: string, content: Blob): Promise<void>;
  read(name: string): Promise<File>;
  remove(name: string): Promise<void>;
}

const FOLDER = "backups";

/** The extension's own private folder of the browser, beside the database and not in it. */
export function privateBackups(
  root: () => Promise<FileSystemDirectoryHandle> = () => navigator.storage.getDirectory(),
): BackupFiles {
  const folder = async () => (await root()).getDirectoryHandle(FOLDER, { create: true });
  return {
    async list() {
      const files: BackupFile[] = [];
      for await (const [name, handle] of (await folder()).entries()) {
        const at = backupTime(name);
        if (at === undefined || handle.kind !== "file") continue;
        const { size } = await handle.getFile();
        if (size > 0) files.push({ name, at, bytes: size });
      }
      return files;
    },
    async write(name, content) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      // The file takes its new content when the stream closes, and keeps the old one if it never does.
      await content.stream().pipeTo(stream);
    },
    async read(name) {
      return (await (await folder()).getFileHandle(name)).getFile();
    },
    async remove(name) {
      await (await folder()).removeEntry(name);
    },
  };
}
