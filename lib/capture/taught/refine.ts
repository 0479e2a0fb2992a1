import * as z from "zod";
import type { Capture, JobRecord, LessonResult, PersonRecord } from "../capture";
import { parseAddress } from "../url";
import { withTaken } from "./patch";
import { type Lesson, partOf, type Structure } from "./taught";

/** What is asked of the page: the record says whom it is about, the lessons where to look. */
export type Question = { record: PersonRecord | JobRecord; lessons: Lesson[] };

export type RefinePorts = {
  lessonsFor: (structure: Structure) => Promise<Lesson[]>;
  /** The page script's answer. */
  ask: (question: Question) => Promise<unknown>;
};

const answer = z.array(
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
        }),
      )
      .optional(),
  }),
);

/**
 * A capture with what a person showed in the place of what the reader read. Only after the reader has said whose
 * page it is; where nothing was taught for pages of its kind, nothing more is asked of the page.
 */
export async function refineCapture(capture: Capture, ports: RefinePorts): Promise<Capture> {
  const { kind, family, record } = capture;
  if (!record || !family || (kind !== "profile" && kind !== "job")) return capture;
  const part = partOf(parseAddress(capture.url));
  const lessons = await ports.lessonsFor({ kind, family, part });
  if (lessons.length === 0) return capture;
  const results = answer.safeParse(await ports.ask({ record, lessons }));
  return withTaken(capture, results.success ? oneForEach(lessons, results.data) : []);
}

/** For each field what the first lesson that held gave, or why the latest did not hold. */
function oneForEach(
  lessons: readonly Lesson[],
  results: readonly z.infer<typeof answer>[number][],
): LessonResult[] {
  const byField = new Map<string, LessonResult>();
  for (const { id, field } of lessons) {
    const result = results.find((one) => one.id === id && one.field === field);
    if (!result) continue;
    const taken = (result.taken ?? []).filter((one) => one.field === field);
    const told: LessonResult =
      taken.length > 0
        ? {
            id,
            field,
            taken: taken.map(({ entry, ...one }) => ({
              ...one,
              ...(entry !== undefined && { entry }),
            })),
          }
        : { id, field, miss: result.miss ?? "missing" };
    const known = byField.get(field);
    if (!known || (known.miss && !told.miss)) byField.set(field, told);
  }
  return [...byField.values()];
}
