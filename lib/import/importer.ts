import { uuidv7 } from "uuidv7";
import type { RapportDb } from "@/lib/data/db";
import type { Choices } from "./choices";
import { makePlan, type Planned, type Progress } from "./plan";
import type { ImportPort, LinesWanted, OpenedView, SourceView } from "./port";
import { recognise } from "./recognise";
import { runImport } from "./run";
import type { Opened, Source } from "./source";
import {
  beginImport,
  endImport,
  notebookOf,
  readImports,
  undoImport,
  writeAlone,
  writerOf,
} from "./store";
import type { Walk } from "./walk";

type OnProgress = (progress: Progress) => void;

/** Screens are told of progress at most this often. */
const EVERY_MS = 80;

/** One import at a time: what was opened last, and what was planned for it. */
export function createImporter(db: RapportDb, now: () => Date = () => new Date()): ImportPort {
  let opened: Opened = { sources: [], passedOver: [], refused: [] };
  let names: string[] = [];
  let planned: Planned | undefined;
  let running = new AbortController();

  const walkOf = (choices: Choices): Walk => ({
    sources: opened.sources,
    notebook: notebookOf(db),
    choices,
    newId: uuidv7,
    signal: running.signal,
  });

  return {
    async open(files) {
      planned = undefined;
      names = files.map(({ name }) => name);
      opened = await recognise(
        files.map((file) => ({ name: file.name, blob: file, lastModified: file.lastModified })),
        now(),
      );
      return viewOf(opened);
    },

    async plan(choices, onProgress) {
      running = new AbortController();
      try {
        const made = await makePlan(walkOf(choices), seldom(onProgress));
        planned = made;
        return made.plan;
      } catch (error) {
        if (running.signal.aborted) return undefined;
        throw error;
      }
    },

    lines({ verdict, from, count }: LinesWanted) {
      return Promise.resolve(planned?.lines[verdict].slice(from, from + count) ?? []);
    },

    async run(chosen, onProgress) {
      if (!planned) throw new Error("nothing planned");
      const { plan, latest } = planned;
      const choices = withoutUnread(chosen, planned);
      planned = undefined;
      running = new AbortController();
      const id = uuidv7();
      await beginImport(db, { id, at: now().toISOString(), names }, plan);
      const writer = writerOf(db, id, plan.rows);
      const options = { ...walkOf(choices), total: plan.edits, writer, latest };
      try {
        await writeAlone(db, () => runImport(options, seldom(onProgress)));
      } catch (error) {
        const stopped = await endImport(db, id, "stopped");
        if (running.signal.aborted) return stopped;
        throw error;
      }
      return endImport(db, id, "done");
    },

    undo: (id, onProgress) => undoImport(db, id, seldom(onProgress)),
    history: () => readImports(db),
    cancel() {
      running.abort();
      return Promise.resolve();
    },
  };
}

/** A file refused as a whole is not written in part. */
function withoutUnread(choices: Choices, { plan }: Planned): Choices {
  const unread = plan.files.filter(({ problem }) => problem === "tooManyRows");
  const wanted = new Set(choices.wanted);
  for (const { source } of unread) wanted.delete(source);
  return { ...choices, wanted };
}

function seldom(onProgress: OnProgress): OnProgress {
  let last = -Infinity;
  return (progress) => {
    const at = performance.now();
    if (at - last < EVERY_MS && progress.done < progress.total) return;
    last = at;
    onProgress(progress);
  };
}

function viewOf({ sources, passedOver, refused }: Opened): OpenedView {
  return { sources: sources.map(viewOfSource), passedOver, refused };
}

function viewOfSource(source: Source): SourceView {
  const { index, readable, container, kind } = source;
  const isExport = source.kind === "linkedIn";
  return {
    index,
    path: readable.path,
    ...(container !== undefined && { container }),
    bytes: readable.bytes,
    kind,
    ...(isExport && { exportFile: source.known.file.id }),
    isOptional: isExport && source.known.file.isOptional === true,
    ...(source.kind === "csv" && { table: { mapping: source.mapping, rows: source.head } }),
  };
}
