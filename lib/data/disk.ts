import { AppError } from "@/lib/platform/app-error";

/** A full disk under a name the screen can explain. The transaction has been undone by then: what was there is there. */
export async function withDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
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
