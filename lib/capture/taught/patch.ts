import type { Capture, LessonResult } from "../capture";

type Facts = Record<string, unknown>;

/** A capture with what was found where a person pointed, in the place of what the reader had read there. */
export function withTaken(capture: Capture, results: readonly LessonResult[]): Capture {
  if (!capture.record || results.length === 0) return capture;
  const record: Facts = { ...capture.record };
  for (const { taken = [] } of results) {
    for (const { field, value, entry } of taken) {
      if (entry === undefined) record[field] = value;
      else correctEntry(record, field, value, entry);
    }
  }
  return { ...capture, record: record, taught: [...results] };
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
