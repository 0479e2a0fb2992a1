import * as z from "zod";
import { sections } from "@/lib/model/passport";
import { instant } from "@/lib/model/row";
import { record } from "./record-schema";

/** Longer than anything a page shows in one field; a page that says more is not one we know. */
const text = z.string().max(60_000);
const list = <T extends z.ZodType>(entry: T) => z.array(entry).max(2000);

/** A list that somebody scrolled to its end may hold every connection LinkedIn allows. */
const MOST_ROWS = 40_000;

/** What comes out of a page is checked before it is believed: the page could have been made to look like one. */
export const captureSchema = z.strictObject({
  kind: z
    .enum([
      "profile",
      "job",
      "connections",
      "people-search",
      "company",
      "company-people",
      "job-search",
      "thread",
      "invitations",
    ])
    .nullable(),
  family: z.enum(["sdui", "ember", "guest"]).nullable(),
  url: text,
  capturedAt: instant,
  record: record.optional(),
  records: z.array(record).max(MOST_ROWS).optional(),
  total: text.optional(),
  sections,
  problems: z
    .array(
      z.strictObject({
        code: z.enum([
          "not-linkedin",
          "sign-in-wall",
          "not-found",
          "still-loading",
          "not-a-profile",
          "identity-mismatch",
          "job-mismatch",
          "cut-off",
          "unsupported-page",
          "no-rows",
          "row-nameless",
          "row-unreadable",
          "unreadable",
        ]),
        detail: text.optional(),
        row: z.int().positive().optional(),
      }),
    )
    .max(MOST_ROWS),
  unparsed: list(z.strictObject({ section: text, lines: list(text) })),
});
