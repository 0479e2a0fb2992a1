import type { RapportDb } from "@/lib/data/db";
import type { JobRecord, PersonRecord } from "./capture";
import type { Standing } from "./merge";

export type RowTable = "people" | "jobs";
export type SavedRow = { id: string; row: NonNullable<Standing> };

/** What makes a row of a list somebody known, most lasting first. */
const KEYS = {
  people: ["memberUrn", "publicId"],
  jobs: ["externalId"],
} as const;

/** The rows of the notebook that a list may be about; rows that the list itself makes are added as it goes. */
export type SavedRows = {
  find(record: PersonRecord | JobRecord): SavedRow | undefined;
  add(saved: SavedRow): void;
};

/** One look for the whole list: each key of the table once, however long the list is. */
export async function findRows(
  db: RapportDb,
  table: RowTable,
  records: readonly (PersonRecord | JobRecord)[],
): Promise<SavedRows> {
  const byKey = new Map<string, SavedRow>();
  const add = (saved: SavedRow) => {
    for (const key of keysOf(table, saved.row)) byKey.set(key, saved);
  };
  for (const field of KEYS[table]) {
    const values = records.flatMap((record) => (record as Record<string, string>)[field] ?? []);
    const found: { id: string; capturedAt?: string }[] = await db[table]
      .where(field)
      .anyOf([...new Set(values)])
      .toArray();
    // Two devices may have made the same row apart: the one seen last goes on.
    const oldestFirst = found.toSorted((a, b) =>
      (a.capturedAt ?? "").localeCompare(b.capturedAt ?? ""),
    );
    for (const row of oldestFirst) add({ id: row.id, row });
  }
  return {
    add,
    find(record) {
      for (const key of keysOf(table, record)) {
        const saved = byKey.get(key);
        if (saved) return saved;
      }
      return undefined;
    },
  };
}

/** Without one of these nobody could tell the row again. */
export function keysOf(table: RowTable, row: object): string[] {
  return KEYS[table].flatMap((field) => {
    const value = (row as Record<string, unknown>)[field];
    return typeof value === "string" && value !== "" ? `${field}=${value}` : [];
  });
}
