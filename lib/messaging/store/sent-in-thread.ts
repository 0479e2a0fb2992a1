import type { RapportDb } from "@/lib/data/db";
import type { Saved } from "@/lib/data/save";
import { draftSaying, markSent } from "./sent";

/**
 * A conversation on the page shows words of one's own: the draft to this person that says them was sent, at the
 * moment shown. Undefined where no draft says them.
 */
export async function markSentFromThread(
  db: RapportDb,
  personId: string,
  { text, at }: { text: string; at: string },
): Promise<Saved | undefined> {
  const draft = await draftSaying(db, personId, text);
  return draft && markSent(db, { messageId: draft.id, at, text });
}
