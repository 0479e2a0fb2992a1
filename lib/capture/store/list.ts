import { uuidv7 } from "uuidv7";
import type { RapportDb } from "@/lib/data/db";
import { save, type Edit } from "@/lib/data/save";
import { inOneTransaction } from "@/lib/data/transaction";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { AppError } from "@/lib/platform/app-error";
import type { Json } from "@/lib/sync/json";
import type { Capture, Invitation, JobRecord, PageKind, PersonRecord, Problem } from "../capture";
import { jobChangeIn } from "../job-change";
import { mergeRow } from "../merge-row";
import type { Standing } from "../merge";
import { findRows, keysOf, type RowTable, type SavedRows } from "../saved-rows";
import { bringInJobs, bringInPeople } from "./bring-in";
import { invitationEdits } from "./invitations";

export type RowOutcome = "created" | "changed" | "unchanged";
/** One row of the list and what became of it, or would. */
export type ListRow = { id: string; name: string; outcome: RowOutcome };
export type RefusedRow = { row: number; code: Problem["code"]; detail?: string };

/** A list beside the notebook. */
export type SeenList = {
  kind: PageKind;
  table: RowTable;
  rows: ListRow[];
  counts: Record<RowOutcome | "refused", number>;
  refused: RefusedRow[];
  /** How long the page says the whole list is, as shown. */
  total?: string;
  at: string;
};
/**
 * `undo`: what to `save` to bring back what stood before, the whole list in one step; `into`: the database it was
 * kept in.
 */
export type StoredList = SeenList & { undo: Edit[]; into: string };

/**
 * Adds every row of a list to the notebook, or makes it, exactly as a page of its own would. All rows or none:
 * one transaction, one entry to send, one undo.
 * @throws AppError("disk-full" | "no-rows" | "unsupported-page")
 */
export async function storeList(db: RapportDb, capture: Capture): Promise<StoredList> {
  const table = tableOf(capture);
  const stores = [table, "interactions", "_base", "_outbox", "_meta", "_local"];
  await unfoldStaged(db, ["interactions"]);
  await bringIn(db, table, capture);
  return inOneTransaction(db, stores, async () => {
    const { seen, edits, invited } = await plan(db, table, capture);
    for (const { id, invitation } of invited) {
      edits.push(...(await invitationEdits(db, id, invitation, capture.capturedAt)));
    }
    const { undo } = await save(db, edits);
    return { ...seen, undo, into: db.name };
  });
}

/** What storing the list would do; nothing is written. */
export async function lookAtList(db: RapportDb, capture: Capture): Promise<SeenList> {
  const table = tableOf(capture);
  await bringIn(db, table, capture);
  return (await plan(db, table, capture)).seen;
}

function bringIn(db: RapportDb, table: RowTable, { records = [] }: Capture): Promise<void> {
  return table === "people"
    ? bringInPeople(db, records as PersonRecord[])
    : bringInJobs(db, records as JobRecord[]);
}

const NAME = { people: "fullName", jobs: "title" } as const;

type Invited = { id: string; invitation: Invitation };
type Plan = { seen: SeenList; edits: Edit[]; invited: Invited[] };

async function plan(db: RapportDb, table: RowTable, capture: Capture): Promise<Plan> {
  const records = capture.records ?? [];
  const known = await findRows(db, table, records);
  const rows = new Map<string, ListRow>();
  const edits: Edit[] = [];
  const invited: Invited[] = [];
  const refused: RefusedRow[] = capture.problems.flatMap(({ row, code, detail }) =>
    row === undefined ? [] : { row, code, ...(detail !== undefined && { detail }) },
  );
  records.forEach((record, index) => {
    const placed = place(known, table, capture, record);
    if ("code" in placed) {
      refused.push({ row: index + 1, code: placed.code });
      return;
    }
    edits.push(...placed.edits);
    const { invitation } = record as PersonRecord;
    if (invitation) invited.push({ id: placed.row.id, invitation });
    const before = rows.get(placed.row.id);
    // Somebody who stands in the list twice is one row: what the first made of it counts.
    if (!before || before.outcome === "unchanged") rows.set(placed.row.id, placed.row);
  });
  const all = [...rows.values()];
  const count = (outcome: RowOutcome) => all.filter((row) => row.outcome === outcome).length;
  return {
    edits,
    invited,
    seen: {
      kind: capture.kind as PageKind,
      table,
      rows: all,
      counts: {
        created: count("created"),
        changed: count("changed"),
        unchanged: count("unchanged"),
        refused: refused.length,
      },
      refused,
      ...(capture.total !== undefined && { total: capture.total }),
      at: capture.capturedAt,
    },
  };
}

type Placed = { row: ListRow; edits: Edit[] } | { code: Problem["code"] };

function place(
  known: SavedRows,
  table: RowTable,
  capture: Capture,
  record: PersonRecord | JobRecord,
): Placed {
  if (keysOf(table, record).length === 0) return { code: "row-unreadable" };
  const { invitation: _, ...facts } = record as PersonRecord;
  const saved = known.find(facts);
  const { fields, changes } = mergeRow(saved?.row, capture, facts);
  const name = (saved?.row ?? facts)[NAME[table] as keyof object] as string | undefined;
  if (!name) return { code: "row-nameless" };
  const id = saved?.id ?? uuidv7();
  const jobChange = table === "people" && jobChangeIn(saved?.row, changes, capture.capturedAt);
  const all = { ...fields, ...(jobChange && { jobChange }) };
  known.add({ id, row: after(saved?.row, all) });
  const edit: Edit = { table, id, ...(!saved && { create: true, isFresh: true }), fields: all };
  const changed = changes.length > 0 ? "changed" : "unchanged";
  return {
    row: { id, name, outcome: saved ? changed : "created" },
    edits: Object.keys(all).length > 0 ? [edit] : [],
  };
}

/** The row as it will stand, for a second row of the same person further down. */
function after(standing: Standing, fields: Record<string, Json>): NonNullable<Standing> {
  const row: Record<string, unknown> = { ...standing };
  const passport: Record<string, unknown> = { ...(standing?.passport as object | undefined) };
  for (const [field, value] of Object.entries(fields)) {
    if (field.startsWith("passport/")) passport[field.slice("passport/".length)] = value;
    else if (!field.includes("/")) row[field] = value;
  }
  return { ...row, passport };
}

function tableOf({ kind, records }: Capture): RowTable {
  if (kind === null || !records) throw new AppError("unsupported-page");
  return kind === "job-search" || kind === "job" ? "jobs" : "people";
}
