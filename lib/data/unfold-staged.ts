import type { TableName } from "@/lib/model/tables";
import type { Step } from "@/lib/sync/client-state";
import { bringIn } from "@/lib/sync/staging";
import type { RapportDb } from "./db";
import { OutboxIndex } from "./outbox-index";
import { isWaiting, waitingKeys, STAGING, type Holding } from "./staged";
import { createSyncStore } from "./sync-store";
import { dexieTx } from "./sync-tx";
import { inOneTransaction } from "./transaction";

type Locks = Pick<LockManager, "request">;
type LocksIfFree = {
  request<T>(
    name: string,
    options: { ifAvailable: true },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
};

/** While thousands of rows are being kept waiting, none of them is to take its place: that is for afterwards. */
export function keepingBack<T>(
  db: RapportDb,
  work: () => Promise<T>,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<T> {
  return locks ? locks.request(nameOf(db), work) : work();
}

/** Takes the next page's rows to their places, unless they are being kept back. `again`: more wait. */
export function unfoldNext(
  db: RapportDb,
  unfold: () => Promise<Step>,
  locks: LocksIfFree | undefined = globalThis.navigator?.locks,
): Promise<Step> {
  if (!locks) return unfold();
  return locks.request(nameOf(db), { ifAvailable: true }, async (lock) =>
    lock ? unfold() : "done",
  );
}

function nameOf({ name }: RapportDb): string {
  return `rapport-unfold:${name}`;
}

/**
 * Rows that still wait in whole pages take their places now. For whoever is about to look through an index, or
 * at every row, of these tables (of any, where none is named): a row that waits is in neither.
 */
export async function unfoldStaged(db: RapportDb, tables?: readonly TableName[]): Promise<void> {
  const store = createSyncStore(db);
  while (await isWaiting(db, tables)) await store.unfold();
}

/** The rows of a table that hold one of these values take their places now. */
export async function unfoldWhere(
  db: RapportDb,
  table: TableName,
  holding: Holding,
): Promise<void> {
  const stores = [table, "_base", "_outbox", "_meta", "_local", ...STAGING];
  await inOneTransaction(db, stores, async () => {
    const tx = dexieTx(db, new OutboxIndex(db), Date.now);
    await bringIn(tx, await tx.readMeta(), await waitingKeys(db, table, holding));
  });
}
