import type { RapportDb, RoundRecord } from "@/lib/data/db";
import { inOneTransaction } from "@/lib/data/transaction";
import { AppError } from "@/lib/platform/app-error";

export type Round = Omit<RoundRecord, "id">;

const KEPT = 10;

/** The last ten syncs, newest first. */
export async function readRounds(db: RapportDb): Promise<RoundRecord[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
  return db._rounds.toCollection().reverse().limit(KEPT).toArray();
}

/** Of syncs that found nothing to do, the last one is enough. One that a full disk does not take is no loss. */
export async function keepRound(db: RapportDb, round: Round): Promise<void> {
  try {
    await writeRound(db, round);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "disk-full") throw error;
  }
}

function writeRound(db: RapportDb, round: Round): Promise<void> {
  return inOneTransaction(db, ["_rounds"], async () => {
    const [last] = await readRounds(db);
    if (last && isIdle(last) && isIdle(round)) await db._rounds.delete(last.id);
    await db._rounds.add(round);
    const kept = await db._rounds.count();
    if (kept > KEPT) await db._rounds.limit(kept - KEPT).delete();
  });
}

function isIdle({ pushed, pulled, outcome }: Round): boolean {
  return pushed === 0 && pulled === 0 && outcome === "done";
}
