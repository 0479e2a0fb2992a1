import type { Capture, JobRecord, LessonResult, PersonRecord } from "../capture";
import { type RowsAnswer, rowKey } from "./in-rows";
import { patch } from "./patch";

type Row = PersonRecord & JobRecord;

/** A list with what was found in its rows where a person pointed; a row that now has a name is one of them. */
export function withTakenRows(capture: Capture, { results, found }: RowsAnswer): Capture {
  if (results.length === 0) return capture;
  const taken = new Map<string, LessonResult[]>();
  for (const { id, field, taken: all = [] } of results) {
    for (const one of all) {
      const row = one.row ?? "";
      taken.set(row, [...(taken.get(row) ?? []), { id, field, taken: [one] }]);
    }
  }
  const patched = (record: Row): Row => patch(record, taken.get(rowKey(record) ?? "") ?? []);
  const records = (capture.records ?? []).map(patched);
  const known = new Set(records.map(rowKey));
  const mended = found.filter(({ about }) => {
    const { fullName, title } = patched(about);
    return !known.has(rowKey(about)) && (fullName ?? title) !== undefined;
  });
  const rows = new Set(mended.map(({ row }) => row));
  return {
    ...capture,
    records: [...records, ...mended.map(({ about }) => patched(about))],
    problems: capture.problems.filter(({ row }) => row === undefined || !rows.has(row)),
    taught: [...(capture.taught ?? []), ...results],
  };
}

/** What of the lessons was taken from one row. */
export function taughtOf(capture: Capture, record: Row): NonNullable<Capture["taught"]> {
  const key = rowKey(record);
  return (capture.taught ?? []).filter(({ taken }) => taken?.some(({ row }) => row === key));
}
