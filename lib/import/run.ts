import type { PlannedEdit } from "./ledger";
import type { Progress } from "./plan";
import { walk, type Walk } from "./walk";

/** Where the run writes. A part is what one call saves: all of it, or nothing. */
export interface Writer {
  write(part: readonly PlannedEdit[]): Promise<void>;
}

/** Two outbox records to a transaction: fewer, longer writes are cheaper, and still short enough to stop between. */
const PART = { edits: 2000, bytes: 1_800_000 };

/**
 * Reads the same bytes again, decides again, and writes in parts. Stopping it leaves whole parts, and reading
 * the file once more goes on where it stopped: what is written is found to be the same.
 * @returns how many edits were written
 */
export async function runImport(
  options: Walk & { total: number; writer: Writer },
  onProgress: (progress: Progress) => void = () => {},
): Promise<number> {
  const { writer, total, signal } = options;
  let part = new Map<string, PlannedEdit>();
  let bytes = 0;
  let done = 0;

  /** The part being written. One at a time, while the next is read. */
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const edits = [...part.values()];
    const upTo = done;
    part = new Map();
    bytes = 0;
    await writing;
    signal?.throwIfAborted();
    writing = writer.write(edits).then(() => onProgress({ done: upTo, total }));
    // Waited for at the next part; a failure until then must not count as unheard.
    writing.catch(() => {});
  };

  try {
    for await (const { edits } of walk(options)) {
      for (const edit of edits) {
        const key = `${edit.table}/${edit.id}`;
        const before = part.get(key);
        part.set(key, before ? together(before, edit) : edit);
        bytes += roughBytes(edit.fields);
        done++;
        if (part.size >= PART.edits || bytes >= PART.bytes) await flush();
      }
    }
    if (part.size > 0) await flush();
  } finally {
    await writing;
  }
  return done;
}

/** Near enough to cut parts by: the long texts count, the rest is about the same for every row. */
function roughBytes(fields: PlannedEdit["fields"]): number {
  let bytes = 300;
  for (const value of Object.values(fields)) bytes += typeof value === "string" ? value.length : 80;
  return bytes;
}

/** Two edits of one row in one part: the later value stands, the earlier before. */
function together(first: PlannedEdit, second: PlannedEdit): PlannedEdit {
  return {
    ...first,
    fields: { ...first.fields, ...second.fields },
    back: first.create ? {} : { ...second.back, ...first.back },
  };
}
