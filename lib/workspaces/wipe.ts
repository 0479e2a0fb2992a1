import * as z from "zod";
import type { Fetch } from "@/lib/cloud/api";
import { confirmWipe } from "@/lib/cloud/leaving";
import type { CloudStorage } from "@/lib/cloud/session";
import { AppError } from "@/lib/platform/app-error";
import { WIPED_KEY, type Wiped } from "./wipe-record";

/** A device that was told to erase its notebook: begun, it is carried through however often it is cut off. */

const ORDER_KEY = "workspaces.wipe";

const order = z.object({
  server: z.url(),
  token: z.string(),
  unsent: z.number(),
  isErased: z.boolean(),
});
type WipeOrder = z.infer<typeof order>;

/** Erases everything of ours on this device but what is stored under `keep`. */
export type Eraser = (keep: readonly string[]) => Promise<void>;

export function orderWipe(storage: CloudStorage, made: Omit<WipeOrder, "isErased">): Promise<void> {
  return storage.write(ORDER_KEY, { ...made, isErased: false });
}

/** Erases, then tells the server; offline the telling waits for the next call, and the notebook is gone already. */
export async function finishWipe({
  storage,
  eraser,
  fetch,
  now = Date.now,
}: {
  storage: CloudStorage;
  eraser: Eraser;
  fetch?: Fetch;
  now?: () => number;
}): Promise<void> {
  const ordered = order.safeParse(await storage.read(ORDER_KEY)).data;
  if (!ordered) return;
  // Once: somebody may have begun anew here while the server could not be told.
  if (!ordered.isErased) {
    await eraser([ORDER_KEY]);
    await storage.write(ORDER_KEY, { ...ordered, isErased: true });
  }
  try {
    await confirmWipe(ordered, fetch);
  } catch (error) {
    if (error instanceof AppError) return;
    throw error;
  }
  const said: Wiped = { at: new Date(now()).toISOString(), unsent: ordered.unsent };
  await storage.write(WIPED_KEY, said);
  await storage.remove(ORDER_KEY);
}
