/** A backup kept on the device, by the name of its file. */
export type BackupFile = { name: string; at: string; bytes: number };

/** What is known of the last backup: when, and how the notebook's clock stood then. */
export type LastBackup = { at: string; clock: string };

export const KEPT_BACKUPS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Once a day, and only when something was written since: a week of holidays does not push out the last seven. */
export function isBackupDue(last: LastBackup | undefined, clock: string, now: Date): boolean {
  if (!last) return true;
  if (last.clock === clock) return false;
  const age = now.getTime() - Date.parse(last.at);
  // A clock set back must not put the next backup off for ever.
  return age >= DAY_MS || age < 0;
}

const NAME = /^rapport-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})Z\.json\.gz$/;

export function backupName(at: Date): string {
  return `rapport-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.json.gz`;
}

/** When it was made; undefined for a file that is none of ours. */
export function backupTime(name: string): string | undefined {
  const stamp = NAME.exec(name)?.[1];
  if (!stamp) return undefined;
  const [day = "", time = ""] = stamp.split("T");
  return `${day}T${time.replaceAll("-", ":")}.000Z`;
}

/** The newest first. */
export function inOrder(files: readonly BackupFile[]): BackupFile[] {
  return files.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Those that make room: all but the newest. */
export function surplusBackups(files: readonly BackupFile[], kept = KEPT_BACKUPS): BackupFile[] {
  return inOrder(files).slice(kept);
}
