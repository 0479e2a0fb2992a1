import type { Capture, LessonResult } from "../capture";

type Facts = Record<string, unknown>;

/** A capture with what was found where a person pointed, in the place of what the reader had read there. */
export function withTaken(capture: Capture, results: readonly LessonResult[]): Capture {
  if (!capture.record || results.length === 0) return capture;
  return { ...capture, record: patch(capture.record, results), taught: [...results] };
}

/** What one record says, with what was found where a person pointed. */
export function patch<R extends object>(before: R, results: readonly LessonResult[]): R {
  const record = { ...before } as Facts;
  for (const { taken = [] } of results) {
    for (const { field, value, entry, instead } of taken) {
      if (instead !== undefined && record[instead] === value) delete record[instead];
      if (entry === undefined) record[field] = value;
      else correctEntry(record, field, value, entry);
    }
  }
  return record as R;
}

/** Where somebody works now repeats an entry: it is corrected with it. */
const REPEATED: Record<string, string> = { title: "position", company: "company" };

function correctEntry(record: Facts, field: string, value: string, index: number): void {
  const [list = "", key = ""] = field.split(".");
  const entries = record[list];
  if (!Array.isArray(entries)) return;
  const before = entries[index] as Facts | undefined;
  if (!before) return;
  const repeated = list === "experience" ? REPEATED[key] : undefined;
  if (repeated && before.current && record[repeated] === before[key]) record[repeated] = value;
  record[list] = entries.map((entry: unknown, at) =>
    at === index ? { ...before, [key]: value } : entry,
  );
}
