import type { RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";

/** The tables a pass of the tidier looks at, and of each the rows to look at. */
export const TIDIED = ["people", "jobs", "companies", "merges"] as const;
export type TidiedTable = (typeof TIDIED)[number];
export type Changed = Record<TidiedTable, Set<string>>;

/** How far the notebook was when a pass began: own edits up to `n`, others' up to `since`. */
export type Mark = { n: number; since: number | null; wholeAt: string };

const KEY = "tidied";
/** Once in so long everything is looked through all the same. */
const WHOLE_MS = 24 * 60 * 60_000;

export const nothing = (): Changed => ({
  people: new Set(),
  jobs: new Set(),
  companies: new Set(),
  merges: new Set(),
});

export async function readMark(db: RapportDb): Promise<Mark | undefined> {
  return (await db._meta.get(KEY))?.value as Mark | undefined;
}

export async function whereItStands(db: RapportDb): Promise<Omit<Mark, "wholeAt">> {
  const { n, since } = await readSyncMeta(db);
  return { n, since };
}

export async function writeMark(db: RapportDb, mark: Mark): Promise<void> {
  await db._meta.put({ key: KEY, value: mark });
}

/**
 * What changed since the last pass, also one before this worker was started: the device's own edits, as the outbox
 * has them. Undefined where nobody can say any more: others' edits came, or ours have left the outbox.
 */
export async function changedSince(
  db: RapportDb,
  mark: Mark | undefined,
  now: Date,
): Promise<Changed | undefined> {
  if (!mark || now.getTime() - Date.parse(mark.wholeAt) > WHOLE_MS) return undefined;
  const { n, since } = await whereItStands(db);
  if (since !== mark.since || n < mark.n) return undefined;
  const records = await db._outbox.where("n").between(mark.n, n, false, true).toArray();
  if (records.length < n - mark.n) return undefined;
  const changed = nothing();
  for (const { tbl, id } of records.flatMap(({ muts }) => muts)) {
    if (isTidied(tbl)) changed[tbl].add(id);
  }
  return changed;
}

function isTidied(table: string): table is TidiedTable {
  return TIDIED.some((one) => one === table);
}
