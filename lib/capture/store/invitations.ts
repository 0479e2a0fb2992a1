import type { RapportDb } from "@/lib/data/db";
import type { Edit } from "@/lib/data/save";
import type { Interaction } from "@/lib/model/interaction";
import type { Invitation } from "../capture";

/** LinkedIn lets an invitation stand for half a year: one that is known from then is the same one. */
const STANDS_MS = 183 * 24 * 3600 * 1000;

/**
 * An invitation in a list as a thing that happened, unless it is known from an earlier look or an export. Its note
 * is added to one that is known without.
 */
export async function invitationEdits(
  db: RapportDb,
  personId: string,
  { direction, at, atText, note }: Invitation,
  now: string,
): Promise<Edit[]> {
  const happened = await db.interactions
    .where("[personId+at]")
    .between([personId, ""], [personId, "\uffff"])
    .toArray();
  const moment = at ?? now;
  const known = happened.find((one) => isSame(one, direction, moment));
  const content = note !== undefined && { content: note };
  if (known) {
    if (!content || known.content) return [];
    return [{ table: "interactions", id: known.id, fields: content }];
  }
  const fields = {
    personId,
    type: "connectionRequest",
    at: moment,
    direction,
    channel: "linkedIn",
    ...(atText !== undefined && { atText }),
    ...content,
  };
  return [{ table: "interactions", fields }];
}

function isSame(one: Interaction, direction: string, moment: string): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(moment));
  return one.type === "connectionRequest" && one.direction === direction && apart < STANDS_MS;
}
