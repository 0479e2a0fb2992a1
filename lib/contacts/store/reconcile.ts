import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import { shapeOf } from "@/lib/data/shapes";
import { inOneTransaction } from "@/lib/data/transaction";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import type { Merge } from "@/lib/model/merge";
import { fold } from "@/lib/sync/fields";
import { sameJson, type Json } from "@/lib/sync/json";
import { planMerge, type Fields, type Row } from "../merging/plan-merge";
import { REFERENCES } from "../merging/references";
import { writtenBy, type Written } from "../merging/registers";
import { bringBack, mergeRows } from "./merges";
import { turnReferences } from "./references";

/** A device may come back this long after another merged; the server forgets erased rows after 90 days. */
const LATE_DAYS = 100;

/**
 * What devices did apart meets what was decided of a pair: a row pointed at the one that is gone, a note typed
 * into it, a copy of it brought back. All devices come to the same, and writing what stands writes nothing.
 */
export async function reconcile(db: RapportDb, now: Date): Promise<void> {
  const since = new Date(now.getTime() - LATE_DAYS * 86_400_000).toISOString();
  for (const merge of await db.merges.where("at").above(since).toArray()) {
    if (merge.verdict === "apart") await bringBack(db, merge, now.getTime());
    else await settle(db, merge, now);
  }
}

async function settle(db: RapportDb, merge: Merge, now: Date): Promise<void> {
  const { tbl, keptId, goneId, because, by = "person" } = merge;
  const rows = db.table<Row, string>(tbl);
  if (await rows.get(goneId)) {
    await mergeRows({ tbl, ids: [keptId, goneId], by, ...(because && { because }) }, db, now);
    return;
  }
  const stores = [
    ...new Set([tbl, ...REFERENCES[tbl].map(({ table }) => table), "merges", "_base", "_outbox"]),
    "_meta",
    "_local",
  ];
  await unfoldStaged(db);
  await inOneTransaction(db, stores, async () => {
    const kept = await rows.get(keptId);
    if (!kept) return;
    const { edits, moved } = await turnReferences(db, tbl, goneId, keptId);
    const late = await lateWords(db, merge, kept);
    const record: Record<string, Json> = {
      ...Object.fromEntries(moved.map((one) => [`moved/${one}`, true])),
      ...late.record,
    };
    const all: Edit[] = [
      ...edits,
      ...(Object.keys(late.write).length > 0
        ? [{ table: tbl, id: keptId, fields: late.write }]
        : []),
      ...(Object.keys(record).length > 0
        ? [{ table: "merges" as const, id: merge.id, fields: record }]
        : []),
    ];
    if (all.length > 0) await save(db, all, now.getTime());
  });
}

type Late = { write: Fields; record: Fields };

/** What another device wrote into the row that is gone, not knowing; and contact details that only lie here. */
async function lateWords(db: RapportDb, merge: Merge, kept: Row): Promise<Late> {
  const { tbl, goneId } = merge;
  const late: Record<string, unknown> = {};
  const own = (await db._local.get(`${tbl}/${goneId}`))?.fields["contact"];
  if (own !== undefined) late["contact"] = own;
  const tombstone = (await db._base.get(`${tbl}/${goneId}`))?.local;
  const now = tombstone ? fold(tombstone, shapeOf(tbl).kinds).fields : undefined;
  const before = merge.gone as Fields | undefined;
  const changed =
    now && before ? Object.keys(now).filter((field) => !sameJson(now[field], before[field])) : [];
  for (const field of changed) late[field] = now?.[field];
  if (Object.keys(late).length === 0) return { write: {}, record: {} };

  const passport = now?.["passport"] ?? {};
  const row = { ...late, passport, id: goneId, createdAt: merge.at };
  const write = withoutRepeats(planMerge(kept, row).write, before, kept);
  const written = Object.entries(writtenBy(kept, write)).filter(([field]) => field !== "contact");
  const record = Object.fromEntries(
    written.map(([field, { before: stood, after }]) => {
      const first = (merge.written as Written | undefined)?.[field];
      return [`written/${field}`, { before: first ? first.before : stood, after }];
    }),
  );
  return { write, record: changed.length > 0 ? { ...record, gone: now as Json } : record };
}

/** A note that grew is not told twice: its old words leave the joined one when the new ones come. */
function withoutRepeats(write: Fields, before: Fields | undefined, kept: Row): Fields {
  const [old, joined, grown] = [before?.["notes"], kept["notes"], write["notes"]];
  if (typeof old !== "string" || typeof joined !== "string" || typeof grown !== "string") {
    return write;
  }
  const added = grown.slice(joined.trimEnd().length).trimStart();
  const holdsOld = joined.includes(old) && added.startsWith(old);
  return holdsOld ? { ...write, notes: joined.replace(old, () => added) } : write;
}
