type Disk = Pick<StorageManager, "persist" | "persisted" | "estimate">;

/** Asks the browser never to evict the database. It may say no; it may be asked again. */
export async function keepForGood(disk: Disk | undefined = navigator.storage): Promise<boolean> {
  if (!disk) return false;
  return (await disk.persisted()) || (await disk.persist());
}

export type Room = { usedBytes: number; quotaBytes: number };

/** What the database takes and may take; undefined where the browser does not say. */
export async function roomOnDisk(
  disk: Disk | undefined = navigator.storage,
): Promise<Room | undefined> {
  const { usage, quota } = (await disk?.estimate()) ?? {};
  return usage === undefined || quota === undefined
    ? undefined
    : { usedBytes: usage, quotaBytes: quota };
}
