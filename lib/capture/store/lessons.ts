import * as z from "zod";
import type { RapportDb } from "@/lib/data/db";
import type { Lesson, Structure } from "../taught/taught";

const count = z.number().int().min(0).max(200);
const name = z.string().max(200);
const piece = z.union([z.literal("first"), z.strictObject({ at: count, of: count })]);

/** What goes into a page is checked first: the database could come from an edited backup. */
const lesson = z.strictObject({
  id: z.string().max(1000),
  kind: z.enum([
    "profile",
    "job",
    "company",
    "connections",
    "people-search",
    "company-people",
    "invitations",
    "job-search",
  ]),
  family: z.enum(["sdui", "ember", "guest"]),
  part: name,
  field: name,
  taughtAt: z.string(),
  anchor: z.strictObject({
    scope: z.strictObject({
      by: z.enum([
        "componentkey",
        "data-testid",
        "id",
        "anchor",
        "data-section",
        "data-view-name",
        "class",
        "main",
        "row",
      ]),
      name: name.regex(/^[\w.:\-{}()/*]*$/),
    }),
    place: z.union([
      z.strictObject({
        by: z.literal("block"),
        mark: z.strictObject({ child: count, depth: count, link: name.optional() }).nullable(),
        tags: z.string().max(2000),
        child: count,
        line: count,
        lines: count,
      }),
      z.strictObject({
        by: z.enum(["dates", "lines"]),
        step: z.number().int().min(-200).max(200),
        shape: count,
      }),
    ]),
    path: name,
    piece: piece.optional(),
    instead: name.optional(),
  }),
});

export async function allLessons(db: RapportDb): Promise<Lesson[]> {
  const rows = await db._taught.toArray();
  const lessons = rows.flatMap((row): Lesson[] => {
    const parsed = lesson.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return lessons.toSorted((a, b) => (a.taughtAt < b.taughtAt ? 1 : -1));
}

/** The lessons for a page of this kind, the latest first. */
export async function lessonsFor(
  db: RapportDb,
  { kind, family, part }: Structure,
): Promise<Lesson[]> {
  const lessons = await allLessons(db);
  return lessons.filter((one) => one.kind === kind && one.family === family && one.part === part);
}

export async function keepLesson(db: RapportDb, taught: Lesson): Promise<void> {
  await db._taught.put({ ...taught });
}

export async function forgetLesson(db: RapportDb, id: string): Promise<void> {
  await db._taught.delete(id);
}
