import * as z from "zod";

/** A moment as an ISO 8601 string in UTC, with the `Z`: these sort as strings. */
export const instant = z.iso.datetime();

/** A calendar day, `YYYY-MM-DD`, in the zone of the person who wrote it. */
export const day = z.iso.date();

/** A day when the source shows only a day ("Connected on May 17"), else an instant. Both sort together. */
export const dayOrInstant = z.union([day, instant]);

/** The id of a row. A reference may point at a row that has not arrived yet, or was erased. */
export const rowId = z.uuid();

/** Local time of day, `HH:MM`, 24 hours. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A share of a hundred: scores, probabilities and likelihoods shown to a person. */
export const percent = z.number().min(0).max(100);

/** Five steps, 1 the least: skill levels, stars, scorecards. */
export const oneToFive = z.number().int().min(1).max(5);

/**
 * What every noun carries. Ids are UUIDv7 made on the device, except for rows that exist once
 * (see `settings` and `metric`), whose ids are computed so that two devices make the same row.
 */
export const rowBase = {
  id: rowId,
  createdAt: instant,
  updatedAt: instant.optional(),
  /** Account id of who made the row; absent while the device has no account. The first writer wins. */
  createdBy: z.string().optional(),
};
