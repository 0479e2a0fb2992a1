import { Dexie } from "dexie";
import { openDirectory } from "@/lib/contacts/store/link-companies";
import type { RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { keepingBack, unfoldStaged } from "@/lib/data/unfold-staged";
import type { TableName } from "@/lib/model/tables";
import type { ImportRecord } from "./import-record";
import type { JobChange } from "./job-changes";
import type { PlannedEdit } from "./ledger";
import { keysOfJob, knownPerson } from "./known";
import type { Notebook, Row } from "./notebook";
import type { Plan, Progress } from "./plan";
import type { Writer } from "./run";
import { undoEdits, undoPart, type UndoPart } from "./undo";

type PartRecord = UndoPart & { importId: string; n: number };

const PAGE = 2000;
const KEPT = 10;

/** The notebook's side of an import. */
export function notebookOf(db: RapportDb): Notebook {
  return {
    async *people() {
      await unfoldStaged(db);
      for await (const page of pagesOf(db, "people")) yield page.map(knownPerson);
    },
    async rows(table, ids) {
      const rows = await db.table<Row, string>(table).bulkGet([...ids]);
      return new Map(rows.flatMap((row) => (row ? [[row.id as string, row]] : [])));
    },
    async ids(table) {
      return new Set(await db.table<Row, string>(table).toCollection().primaryKeys());
    },
    async jobsByKey() {
      const found = new Map<string, string>();
      for await (const page of pagesOf(db, "jobs")) {
        for (const row of page) {
          for (const key of keysOfJob(row)) {
            if (!found.has(key)) found.set(key, row.id as string);
          }
        }
      }
      return found;
    },
    companies: () => openDirectory(db),
  };
}

async function* pagesOf(db: RapportDb, table: TableName): AsyncGenerator<Row[]> {
  let after: string | typeof Dexie.minKey = Dexie.minKey;
  for (;;) {
    const page: Row[] = await db.table(table).where("id").above(after).limit(PAGE).toArray();
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)?.id as string;
  }
}

/** Begins an import: from here on it can be taken back, however far it comes. */
export async function beginImport(
  db: RapportDb,
  record: Pick<ImportRecord, "id" | "at" | "names">,
  plan: Plan,
): Promise<ImportRecord> {
  const begun: ImportRecord = {
    ...record,
    state: "writing",
    counts: plan.counts,
    written: 0,
    jobChanges: plan.jobChanges,
    newConnections: plan.newConnections,
    lost: plan.isOther ? 0 : plan.lost.length,
  };
  await db._imports.put(begun);
  await forgetOld(db);
  return begun;
}

/** One import writes at a time, and what it keeps waiting waits until it is done. */
export function writeAlone<T>(db: RapportDb, work: () => Promise<T>): Promise<T> {
  return keepingBack(db, work);
}

/** Writes parts; how to undo a part is on the disk before the part is. */
export function writerOf(db: RapportDb, importId: string, rows: number): Writer {
  const isLarge = rows > LARGE;
  let n = 0;
  let made = 0;
  const changed = new Set<string>();
  return {
    async write(part: readonly PlannedEdit[]) {
      const record: PartRecord = { importId, n: n++, ...undoPart(part) };
      await db._importParts.put(record);
      const { at: stampedAt } = await save(
        db,
        part.map(({ table, id, create, fields }) => ({
          table,
          id,
          fields,
          // The ledger knows every id of the tables it makes rows in.
          ...(create && { create, isFresh: true as const }),
          ...(create && mayWait(table, fields, isLarge) && { mayWait: true as const }),
        })),
      );
      for (const { id, create } of part) {
        if (create) made++;
        else changed.add(id);
      }
      const written = made + changed.size;
      await db._imports.update(importId, { written, ...(stampedAt && { stampedAt }) });
    },
  };
}

/** So many rows take longer to their places than anybody should wait for. */
const LARGE = 5000;

/**
 * Messages written long ago, by the hundred thousand: they are found in their thread. Of a large import also people
 * and companies: they are listed, opened and found by their address while they wait.
 */
function mayWait(table: TableName, { status }: PlannedEdit["fields"], isLarge: boolean): boolean {
  if (table === "messages") return status !== "draft";
  return isLarge && (table === "people" || table === "companies");
}

export async function endImport(
  db: RapportDb,
  id: string,
  state: ImportRecord["state"],
): Promise<ImportRecord> {
  await db._imports.update(id, { state });
  return (await readImport(db, id)) as ImportRecord;
}

/** The newest first. */
export async function readImports(db: RapportDb): Promise<ImportRecord[]> {
  const records = (await db._imports.orderBy("at").toArray()) as unknown as ImportRecord[];
  return records.toReversed();
}

async function readImport(db: RapportDb, id: string): Promise<ImportRecord | undefined> {
  return (await db._imports.get(id)) as unknown as ImportRecord | undefined;
}

/** Takes an import back, last part first. @returns how many rows stayed because they were edited since */
export async function undoImport(
  db: RapportDb,
  id: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<{ undone: number; kept: number }> {
  await unfoldStaged(db);
  const record = await readImport(db, id);
  const keys = await db._importParts.where("[importId+n]").between([id, 0], [id, Infinity]).keys();
  let undone = 0;
  let kept = 0;
  for (const [index, key] of keys.toReversed().entries()) {
    const part = (await db._importParts.get(key as unknown as [string, number])) as unknown as
      | PartRecord
      | undefined;
    if (part) {
      const undoing = undoEdits(part, await rowsOf(db, part), record?.stampedAt);
      await save(db, undoing.edits);
      undone += undoing.edits.length;
      kept += undoing.kept;
    }
    onProgress({ done: index + 1, total: keys.length });
  }
  await db._imports.update(id, { state: "undone" });
  await dropParts(db, id);
  return { undone, kept };
}

async function rowsOf(db: RapportDb, part: UndoPart): Promise<Map<string, Row>> {
  const wanted = new Map<TableName, string[]>(Object.entries(part.made) as [TableName, string[]][]);
  for (const { table, id } of part.changed) wanted.set(table, [...(wanted.get(table) ?? []), id]);
  const found = new Map<string, Row>();
  for (const [table, ids] of wanted) {
    for (const row of await db.table<Row, string>(table).bulkGet(ids)) {
      if (row) found.set(row.id as string, row);
    }
  }
  return found;
}

async function forgetOld(db: RapportDb): Promise<void> {
  const old = (await readImports(db)).slice(KEPT);
  for (const { id } of old) {
    await dropParts(db, id);
    await db._imports.delete(id);
  }
}

async function dropParts(db: RapportDb, id: string): Promise<void> {
  await db._importParts.where("[importId+n]").between([id, 0], [id, Infinity]).delete();
}

/** Job changes of the imports that stand, the newest first: for whoever looks for a reason to write. */
export async function recentJobChanges(
  db: RapportDb,
): Promise<{ at: string; changes: JobChange[] }[]> {
  const imports = await readImports(db);
  return imports
    .filter(({ state, jobChanges }) => state !== "undone" && jobChanges.length > 0)
    .map(({ at, jobChanges }) => ({ at, changes: jobChanges }));
}
