import type { CaptureOutcome } from "./capture-tab";
import { isSamePage } from "./url";
import type { ListRow, StoredList } from "./store/list";

export type ListOutcome = Extract<CaptureOutcome, { status: "storedList" }>;

/** The list so far and the rows that came now, as one list with one undo. */
export function addRows(before: StoredList | undefined, now: StoredList): StoredList {
  if (!before) return now;
  const rows = new Map<string, ListRow>(before.rows.map((row) => [row.id, row]));
  for (const row of now.rows) {
    const known = rows.get(row.id);
    // A row made here and changed a moment later is still a new one.
    if (!known || known.outcome === "unchanged") rows.set(row.id, row);
  }
  const all = [...rows.values()];
  const refused = new Map(
    [...before.refused, ...now.refused].map((row) => [`${row.row} ${row.code}`, row]),
  );
  const count = (outcome: ListRow["outcome"]) =>
    all.filter((row) => row.outcome === outcome).length;
  return {
    ...now,
    ...(before.total !== undefined && now.total === undefined && { total: before.total }),
    rows: all,
    refused: [...refused.values()],
    counts: {
      created: count("created"),
      changed: count("changed"),
      unchanged: count("unchanged"),
      refused: refused.size,
    },
    // Of two edits of one field the later wins: what stood first is said last.
    undo: [...now.undo, ...before.undo],
  };
}

/** A list that is saved again while it stands in the tab is the same list, longer. */
export function inOneList(before: CaptureOutcome | undefined, now: CaptureOutcome): CaptureOutcome {
  if (now.status !== "storedList" || before?.status !== "storedList") return now;
  const isSame = isSamePage(before.url, now.url) && before.stored.into === now.stored.into;
  if (!isSame) return now;
  const { endedBy: _, ...last } = before;
  return { ...last, stored: addRows(before.stored, now.stored) };
}
