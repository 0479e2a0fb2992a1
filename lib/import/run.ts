import { weigh } from "@/lib/sync/json";
import type { PlannedEdit } from "./ledger";
import type { Progress } from "./plan";
import { walk, type Walk } from "./walk";

/** Where the run writes. A part is what one call saves: all of it, or nothing. */
export interface Writer {
  write(part: readonly PlannedEdit[]): Promise<void>;
}

/** An outbox record holds at most this much; what goes together is written together. */
const PART = { edits: 1000, bytes: 900_000 };

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

  const flush = async () => {
    if (part.size === 0) return;
    signal?.throwIfAborted();
    await writer.write([...part.values()]);
    part = new Map();
    bytes = 0;
    onProgress({ done, total });
  };

  for await (const { edits } of walk(options)) {
    for (const edit of edits) {
      const key = `${edit.table}/${edit.id}`;
      const before = part.get(key);
      part.set(key, before ? together(before, edit) : edit);
      bytes += weigh(edit.fields) + 200;
      done++;
      if (part.size >= PART.edits || bytes >= PART.bytes) await flush();
    }
  }
  await flush();
  return done;
}

/** Two edits of one row in one part: the later value stands, the earlier before. */
function together(first: PlannedEdit, second: PlannedEdit): PlannedEdit {
  return {
    ...first,
    fields: { ...first.fields, ...second.fields },
    back: first.create ? {} : { ...second.back, ...first.back },
  };
}
