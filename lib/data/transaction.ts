import { AppError } from "@/lib/platform/app-error";
import type { RapportDb } from "./db";

/**
 * All of `work` or none of it. A full disk comes out under a name the screen can explain; the
 * transaction has been undone by then, so what was there is there.
 * @throws AppError("disk-full")
 */
export async function inOneTransaction<T>(
  db: RapportDb,
  stores: string[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    // Dexie follows awaits only from a function written as async.
    return await db.transaction("rw", stores, async () => work());
  } catch (cause) {
    if (isQuota(cause)) throw new AppError("disk-full", {}, { cause });
    throw cause;
  }
}

function isQuota(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === "QuotaExceededError" || isQuota(inner);
}
