import * as z from "zod";

/** A text that was written: a subject only where the form has one. */
export const written = z.object({ subject: z.string().nullable(), text: z.string().min(1) });
export type Written = z.infer<typeof written>;

/** Characters a platform takes. */
export type WritingLimits = { body: number; subject?: number };

/** As much of an answer's texts as has arrived. */
export function writtenSoFar(partial: unknown): Written[] {
  const { variants } = fields(partial);
  const list = Array.isArray(variants) ? variants : [partial];
  return list.flatMap((one) => {
    const { text, subject } = fields(one);
    if (typeof text !== "string") return [];
    return [{ text, subject: typeof subject === "string" ? subject : null }];
  });
}

export function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** Models count badly: they are asked for a little less than there is room. */
export function roomFor({ body, subject }: WritingLimits): string {
  const text = body > 3_000 ? "" : `The text has at most ${Math.floor(body * 0.9)} characters.`;
  const title =
    subject === undefined
      ? "There is no subject: answer null for it."
      : `The subject has at most ${Math.min(subject, 70)} characters.`;
  return [text, title].filter(Boolean).join(" ");
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
