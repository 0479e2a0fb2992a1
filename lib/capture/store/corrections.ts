import { openDb, type RapportDb } from "@/lib/data/db";
import { save, type Saved } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import type { Json } from "@/lib/sync/json";
import { type PageWord, readNote, type ReadingNote } from "./notes";

type Target = { table: "people" | "jobs" | "companies"; id: string; field: string };
type Standing = Record<string, unknown> & {
  passport?: Record<string, { source: string; at: string; family?: string } | undefined>;
};

const STORES = ["_base", "_outbox", "_meta", "_local", "_readings"];

/**
 * A person's own word in the place of the page's, which is kept aside on this device. No capture writes over it.
 * @throws AppError("disk-full" | "invalid-row" | "unknown-row")
 */
export function correctField(
  { table, id, field }: Target,
  value: Json,
  db: RapportDb = openDb(),
  now: Date = new Date(),
): Promise<Saved> {
  const key = `${table}/${id}`;
  return inOneTransaction(db, [table, ...STORES], async () => {
    const row = (await db.table<Standing>(table).get(id)) ?? {};
    const passport = row.passport?.[field];
    const standing = row[field] as Json | undefined;
    const note = await readNote(db, key);
    if (note && standing !== undefined && passport?.source === "capture") {
      const word: PageWord = { value: standing, at: passport.at };
      await db._readings.put({
        ...note,
        held: { ...note.held, [field]: word },
      } satisfies ReadingNote);
    }
    const by = { source: "user", at: now.toISOString() };
    return save(db, [{ table, id, fields: { [field]: value, [`passport/${field}`]: by } }]);
  });
}

/**
 * Takes the page's word again: the one kept aside, or `seen`, which stands on the kept page. Without either the
 * value stays, and the next capture may write over it. The undo brings back the person's word.
 */
export function releaseField(
  { table, id, field }: Target,
  seen: PageWord | undefined,
  db: RapportDb = openDb(),
): Promise<Saved & { hasWord: boolean }> {
  return inOneTransaction(db, [table, ...STORES], async () => {
    const note = await readNote(db, `${table}/${id}`);
    const word = note?.held[field] ?? seen;
    const family = word?.family ?? note?.family;
    const passport = word && {
      source: "capture",
      at: word.at,
      visibility: family === "guest" ? "public" : "signedIn",
      ...(family && { family }),
    };
    const fields: Record<string, Json> = { [`passport/${field}`]: passport ?? null };
    if (word) fields[field] = word.value;
    return { ...(await save(db, [{ table, id, fields }])), hasWord: word !== undefined };
  });
}
