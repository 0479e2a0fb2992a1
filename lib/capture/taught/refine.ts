import * as z from "zod";
import type { AnyRecord, Capture, LessonResult } from "../capture";
import { record as anyRecord } from "../record-schema";
import { isListKind } from "../list-kinds";
import { parseAddress } from "../url";
import { withTaken } from "./patch";
import { withTakenRows } from "./patch-rows";
import { isOneKind, type Lesson, partOf, type Structure } from "./taught";

/** What is asked of the page: the record says whom it is about, the lessons where to look. */
export type Question = { record: AnyRecord; lessons: Lesson[] };

export type RefinePorts = {
  lessonsFor: (structure: Structure) => Promise<Lesson[]>;
  /** The page script's answer of what the page is about. */
  ask: (question: Question) => Promise<unknown>;
  /** The page script's answer of the rows on it. */
  askRows: (of: "people" | "jobs", question: { lessons: Lesson[] }) => Promise<unknown>;
};

const results = z.array(
  z.strictObject({
    id: z.string(),
    field: z.string(),
    miss: z.enum(["missing", "ambiguous", "elsewhere", "changed"]).optional(),
    taken: z
      .array(
        z.strictObject({
          field: z.string(),
          value: z.string().min(1).max(60_000),
          entry: z.number().int().min(0).max(2000).optional(),
          row: z.string().min(1).max(300).optional(),
          instead: z.string().max(200).optional(),
        }),
      )
      .max(2000)
      .optional(),
  }),
);
const rowsAnswer = z.strictObject({
  results,
  found: z.array(z.strictObject({ row: z.int().positive(), about: anyRecord })).max(2000),
});

/**
 * A capture with what a person showed in the place of what the reader read. Only after the reader has said whose
 * page it is; where nothing was taught for pages of its kind, nothing more is asked of the page.
 */
export async function refineCapture(capture: Capture, ports: RefinePorts): Promise<Capture> {
  return refineRows(await refineOne(capture, ports), ports);
}

async function refineOne(capture: Capture, ports: RefinePorts): Promise<Capture> {
  const { kind, record } = capture;
  if (!record || !isOneKind(kind)) return capture;
  const lessons = await lessonsOf(capture, kind, ports);
  if (lessons.length === 0) return capture;
  const answer = results.safeParse(await ports.ask({ record, lessons }));
  return withTaken(capture, answer.success ? oneForEach(lessons, answer.data) : []);
}

/** Of a list of its own, and of the list of jobs beside an open one. */
async function refineRows(capture: Capture, ports: RefinePorts): Promise<Capture> {
  const kind = capture.kind === "job" ? "job-search" : capture.kind;
  if (!capture.records || kind === null || !isListKind(kind)) return capture;
  const lessons = await lessonsOf(capture, kind, ports);
  if (lessons.length === 0) return capture;
  const answer = rowsAnswer.safeParse(
    await ports.askRows(kind === "job-search" ? "jobs" : "people", { lessons }),
  );
  if (!answer.success) return capture;
  return withTakenRows(capture, {
    results: oneForEach(lessons, answer.data.results),
    found: answer.data.found,
  });
}

async function lessonsOf(
  { family, url }: Capture,
  kind: Structure["kind"],
  ports: RefinePorts,
): Promise<Lesson[]> {
  if (!family) return [];
  return ports.lessonsFor({ kind, family, part: partOf(parseAddress(url)) });
}

/** For each field what the first lesson that held gave, or why the latest did not hold. */
function oneForEach(
  lessons: readonly Lesson[],
  answered: readonly z.infer<typeof results>[number][],
): LessonResult[] {
  const byField = new Map<string, LessonResult>();
  for (const { id, field } of lessons) {
    const result = answered.find((one) => one.id === id && one.field === field);
    if (!result) continue;
    const taken = (result.taken ?? []).filter((one) => one.field === field);
    const told: LessonResult =
      taken.length > 0
        ? {
            id,
            field,
            taken: taken.map(({ entry, row, instead, ...one }) => ({
              ...one,
              ...(instead !== undefined && { instead }),
              ...(entry !== undefined && { entry }),
              ...(row !== undefined && { row }),
            })),
          }
        : { id, field, miss: result.miss ?? "missing" };
    const known = byField.get(field);
    if (!known || (known.miss && !told.miss)) byField.set(field, told);
  }
  return [...byField.values()];
}
