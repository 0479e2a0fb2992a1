import type { TableName } from "@/lib/model/tables";
import { isNewConnection, jobChangeOf, type JobChange } from "./job-changes";
import type { PlannedEdit } from "./ledger";
import { VERDICTS, type Line, type Verdict } from "./line";
import type { LostConnection } from "./lost-connections";
import type { FileProblem } from "./problem";
import type { Source } from "./source";
import { walk, type Latest, type Walk } from "./walk";

export type Counts = Record<Verdict, number>;

export type FileReport = {
  source: number;
  path: string;
  container?: string;
  kind: Source["kind"];
  /** Which file of LinkedIn's export. */
  exportFile?: string;
  counts: Counts;
  /** Why it was not read to its end; a file that is too large is not read at all. */
  problem?: FileProblem;
  detail?: Record<string, string | number>;
};

/** What an import would do, before it does anything. */
export type Plan = {
  files: FileReport[];
  counts: Counts;
  /** Rows that would be made and changed. */
  made: Partial<Record<TableName, number>>;
  changed: Partial<Record<TableName, number>>;
  /** Rows it would make or change. */
  rows: number;
  /** Edits to write, several to a row at times: what the progress of the run counts. */
  edits: number;
  /** Lines that say something else than the notebook, which stays as it is. */
  kept: number;
  /** Nothing of this kind was imported before: everyone is new, and that is no news. */
  isFirst: boolean;
  jobChanges: JobChange[];
  newConnections: number;
  lost: LostConnection[];
  /** So many connections are missing that this looks like another account: none is marked as lost. */
  isOther: boolean;
};

/** Lines by what they come to, for a screen that shows some at a time. */
export type Lines = Record<Verdict, Line[]>;

export type Planned = { plan: Plan; lines: Lines; latest: Latest };

export type Progress = { done: number; total: number };

/** The dry run: reads everything, compares everything, writes nothing. */
export async function makePlan(
  options: Walk,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Planned> {
  const files = new Map<number, FileReport>();
  const wanted = options.sources.filter(({ index }) => options.choices.wanted.has(index));
  for (const source of wanted) files.set(source.index, report(source));
  const total = wanted.reduce((sum, { readable }) => sum + readable.bytes, 0);

  const plan: Plan = {
    files: [...files.values()],
    counts: noCounts(),
    made: {},
    changed: {},
    rows: 0,
    edits: 0,
    kept: 0,
    isFirst: true,
    jobChanges: [],
    newConnections: 0,
    lost: [],
    isOther: false,
  };
  const lines: Lines = { new: [], changed: [], same: [], doubtful: [], refused: [] };
  const made = new Set<string>();
  const changed = new Map<string, TableName>();
  const steps = walk(options);

  for (let step = await steps.next(); ; step = await steps.next()) {
    if (step.done) {
      const { stopped, lost, isOther, isFirst, latest } = step.value;
      for (const { source, problem, detail } of stopped) {
        Object.assign(files.get(source) ?? {}, { problem, detail });
      }
      Object.assign(plan, { lost, isOther, isFirst });
      for (const table of changed.values()) add(plan.changed, table);
      plan.rows = [plan.made, plan.changed]
        .flatMap((counts) => Object.values(counts))
        .reduce((sum, count) => sum + count, 0);
      return { plan, lines, latest };
    }
    const { value } = step;
    for (const line of value.lines) {
      const file = files.get(line.source);
      if (file) file.counts[line.verdict]++;
      plan.counts[line.verdict]++;
      lines[line.verdict].push(line);
      if (line.kept) plan.kept++;
      if (file?.exportFile !== "connections") continue;
      const jobChange = jobChangeOf(line);
      if (jobChange) plan.jobChanges.push(jobChange);
      if (isNewConnection(line)) plan.newConnections++;
    }
    for (const edit of value.edits) {
      if (edit.create) {
        add(plan.made, edit.table);
        if (edit.table !== "messages") made.add(edit.id);
      } else if (!made.has(edit.id)) changed.set(edit.id, edit.table);
      else if (isFolded(edit)) continue;
      plan.edits++;
    }
    onProgress({ done: value.read, total });
  }
}

/** The run knows of it when it makes the person, and writes it there. */
function isFolded({ fields }: PlannedEdit): boolean {
  return Object.keys(fields).every((field) => field === "lastInteractionAt");
}

function report(source: Source): FileReport {
  return {
    source: source.index,
    path: source.readable.path,
    ...(source.container !== undefined && { container: source.container }),
    kind: source.kind,
    ...(source.kind === "linkedIn" && { exportFile: source.known.file.id }),
    counts: noCounts(),
  };
}

function noCounts(): Counts {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Counts;
}

function add(counts: Partial<Record<TableName, number>>, table: TableName): void {
  counts[table] = (counts[table] ?? 0) + 1;
}
