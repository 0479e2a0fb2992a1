import type { TableName } from "@/lib/model/tables";
import type { Choices } from "./choices";
import { counted } from "./counted";
import { readRows } from "./csv";
import { concerns, decide } from "./decide";
import type { Deciding } from "./decision";
import type { Reading } from "./draft";
import { Ledger, type PlannedEdit } from "./ledger";
import { LIMITS } from "./limits";
import type { Line } from "./line";
import { findOwner, type ExportSource } from "./linkedin-export/owner";
import { findLost, type Connected, type LostConnection } from "./lost-connections";
import type { Notebook } from "./notebook";
import { personKey } from "./person-key";
import { UnreadableFile } from "./problem";
import { readingsOf } from "./readings";
import type { Source, UnreadFile } from "./source";

export type Walk = {
  sources: readonly Source[];
  notebook: Notebook;
  choices: Choices;
  newId: () => string;
  signal?: AbortSignal;
  /** From the dry run: when one last wrote to whom, so that a new person is written once and not twice. */
  latest?: Latest;
};

/** The key of a person in the export → the last interaction. */
export type Latest = ReadonlyMap<string, string>;

export type Step = {
  lines: readonly Line[];
  edits: readonly PlannedEdit[];
  /** Bytes read so far, of all that will be. */
  read: number;
};

export type Ending = {
  /** Files whose reading stopped, with why. */
  stopped: (UnreadFile & { source: number })[];
  lost: LostConnection[];
  /** Too many are missing for this to be the same account's whole export: none of them is marked. */
  isOther: boolean;
  isFirst: boolean;
  latest: Latest;
};

const BATCH = 1000;

/**
 * Reads every wanted source and decides line by line. The dry run and the run are this same walk over the same
 * bytes: one keeps what the lines come to, the other what to write. Nothing here writes.
 */
export async function* walk(options: Walk): AsyncGenerator<Step, Ending> {
  const { notebook, choices, newId, signal } = options;
  const ledger = await Ledger.over(notebook);
  // As it stands before anything is written: the run comes to what the dry run came to.
  const known = ledger.people.connections();
  const sources = options.sources.filter(({ index }) => choices.wanted.has(index));
  const owner = await findOwner(
    sources.filter(isExport).map(asExport),
    await self(notebook, ledger),
  );
  const latest = new Map<string, string>();
  const ending: Ending = { stopped: [], lost: [], isOther: false, isFirst: true, latest };
  const connected: Connected = { ids: new Set(), latest: "" };
  let before = 0;

  for (const source of sources) {
    let read = 0;
    const counted = withCount(source, (bytes) => (read += bytes));
    const policy = {
      onConflict: choices.onConflict,
      at: source.at,
      source: source.kind === "resume" ? ("cv" as const) : ("export" as const),
    };
    const context: Deciding = { ledger, choices, policy, source: source.index, newId };
    const isConnections = source.kind === "linkedIn" && source.known.file.id === "connections";
    try {
      await countRows(source);
      for await (const readings of inBatches(readingsOf(counted, choices, owner))) {
        signal?.throwIfAborted();
        noteLatest(latest, readings);
        const owned = readings.map((one) => withLatest(withOwner(one, owner), options.latest));
        const step = await decideBatch(owned, context);
        if (isConnections) note(connected, owned, step.lines);
        yield { ...step, read: before + read };
      }
      if (isConnections) Object.assign(ending, findLost(connected, known));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const { problem, detail } = error;
      ending.stopped.push({ source: source.index, path: source.readable.path, problem, detail });
    }
    before += source.readable.bytes;
  }
  if (choices.markLost && !ending.isOther) yield { ...markLost(ending.lost), read: before };
  return ending;
}

async function decideBatch(readings: readonly Reading[], context: Deciding) {
  const { ledger } = context;
  await ledger.know(new Set(readings.flatMap(tablesOf)));
  const wanted = new Map<TableName, Set<string>>();
  for (const reading of readings) {
    for (const [table, id] of concerns(reading, context)) {
      wanted.set(table, (wanted.get(table) ?? new Set()).add(id));
    }
  }
  await ledger.load(wanted);
  const lines: Line[] = [];
  const edits: PlannedEdit[] = [];
  for (const reading of readings) {
    const decision = decide(reading, context);
    lines.push(...decision.lines);
    edits.push(...decision.edits);
  }
  return { lines, edits };
}

function tablesOf(reading: Reading): TableName[] {
  if (reading.kind === "refused") return [];
  if (reading.kind === "person") return ["people"];
  if (reading.kind === "personal") return ["people", reading.table];
  if (reading.kind === "row" && reading.also) return [reading.table, reading.also.table];
  return [reading.table];
}

/** The owner's own lines carry no address: it is known from elsewhere in the export. */
function withOwner<R extends Reading>(reading: R, owner: { name?: string; publicId?: string }): R {
  if (reading.kind !== "person" || !reading.who.self) return reading;
  const fields = owner.publicId ? { publicId: owner.publicId, ...reading.fields } : reading.fields;
  return { ...reading, who: { ...owner, ...reading.who }, fields };
}

function noteLatest(latest: Map<string, string>, readings: readonly Reading[]): void {
  for (const reading of readings) {
    if (reading.kind !== "person" || !reading.isDerived) continue;
    const { lastInteractionAt } = reading.fields;
    if (typeof lastInteractionAt === "string")
      latest.set(personKey(reading.who), lastInteractionAt);
  }
}

function withLatest(reading: Reading, latest: Latest | undefined): Reading {
  if (reading.kind !== "person" && reading.kind !== "personal") return reading;
  const lastInteractionAt = latest?.get(personKey(reading.who));
  if (lastInteractionAt === undefined) return reading;
  if (reading.kind === "person") {
    return { ...reading, ifNew: { ...reading.ifNew, lastInteractionAt } };
  }
  return { ...reading, person: { ...reading.person, lastInteractionAt } };
}

function markLost(lost: readonly LostConnection[]): Omit<Step, "read"> {
  const edits = lost.map(({ id, status }): PlannedEdit => ({
    table: "people",
    id,
    create: false,
    fields: { status: "removed", degree: null },
    back: { status: status ?? null, degree: 1 },
  }));
  return { lines: [], edits };
}

function note(connected: Connected, readings: readonly Reading[], lines: readonly Line[]): void {
  for (const { id, candidate } of lines) {
    if (id) connected.ids.add(id);
    if (candidate) connected.ids.add(candidate.id);
  }
  for (const reading of readings) {
    if (reading.kind !== "person") continue;
    const { connectedAt } = reading.fields;
    if (typeof connectedAt === "string" && connectedAt > connected.latest) {
      connected.latest = connectedAt;
    }
  }
}

async function self(notebook: Notebook, ledger: Ledger) {
  const id = ledger.people.selfId;
  if (id === undefined) return undefined;
  const row = (await notebook.rows("people", [id])).get(id);
  return {
    ...(typeof row?.fullName === "string" && { name: row.fullName }),
    ...(typeof row?.publicId === "string" && { publicId: row.publicId }),
  };
}

function isExport(source: Source): source is Source & { kind: "linkedIn" } {
  return source.kind === "linkedIn";
}

function asExport({ readable, dialect, known }: Source & { kind: "linkedIn" }): ExportSource {
  return { source: readable, dialect, known };
}

/** Said before anything is decided, so that a file is taken whole or not at all. Messages pass one by one. */
async function countRows(source: Source): Promise<void> {
  if (source.kind !== "linkedIn" && source.kind !== "csv") return;
  const { readable, dialect } = source;
  const isPassing = source.kind === "linkedIn" && source.known.file.id === "messages";
  if (isPassing || readable.bytes < LIMITS.rows * 4) return;
  let rows = 0;
  for await (const some of readRows(readable, dialect)) {
    rows += some.length;
    if (rows > LIMITS.rows) throw new UnreadableFile("tooManyRows", { most: LIMITS.rows });
  }
}

function withCount(source: Source, onBytes: (bytes: number) => void): Source {
  const { readable } = source;
  return { ...source, readable: { ...readable, open: () => counted(readable.open(), onBytes) } };
}

/** A file that breaks off gives first what stood before the break. */
async function* inBatches(
  readings: AsyncIterable<readonly Reading[]>,
): AsyncGenerator<readonly Reading[]> {
  let held: Reading[] = [];
  try {
    for await (const some of readings) {
      held.push(...some);
      while (held.length >= BATCH) {
        yield held.slice(0, BATCH);
        held = held.slice(BATCH);
      }
    }
  } catch (error) {
    if (held.length > 0) yield held;
    throw error;
  }
  if (held.length > 0) yield held;
}
