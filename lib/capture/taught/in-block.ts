import type {
  AnyRecord,
  CompanyRecord,
  JobRecord,
  LessonResult,
  Miss,
  PersonRecord,
} from "../capture";
import { isDuration, isRange } from "../dates";
import type { Line } from "../text";
import { lineInBlock } from "./block";
import { pathOf, wordsOf, writtenAt } from "./lines";
import { isElsewhere, type Own } from "./own";
import { type Anchor, type Block, isLong } from "./taught";

type Facts = PersonRecord & JobRecord & CompanyRecord;
export type Outcome = Pick<LessonResult, "miss" | "taken">;

/** What a lesson gives in one part of the page, or in one row of a list. */
export function takeFromBlock(
  scope: Element,
  field: string,
  anchor: Anchor & { place: Block },
  record: AnyRecord,
  own: Own,
): Outcome {
  const line = lineInBlock(scope, anchor.place, own);
  if (typeof line === "string") return { miss: line };
  const value = valueOf(line, field, anchor, scope, own);
  if (typeof value !== "string") return { miss: value.miss };
  const { instead } = anchor;
  if (!isPlausible(field, value, record, instead)) return { miss: "changed" };
  const isTakenBack = instead !== undefined && record[instead as keyof AnyRecord] === value;
  return { taken: [{ field, value, ...(isTakenBack && { instead }) }] };
}

export function valueOf(
  line: Line,
  field: string,
  { path, piece }: Anchor,
  scope: Element,
  own: Own,
): string | { miss: Miss } {
  if (isElsewhere(line.el, scope, own)) return { miss: "elsewhere" };
  if (pathOf(line) !== path) return { miss: "changed" };
  if (isLong(field)) return writtenAt(line);
  return wordsOf(line, piece) ?? { miss: "changed" };
}

export const isFact = (value: string): boolean =>
  value !== "" && value.length <= 300 && !isRange(value) && !isDuration(value);

/** Facts of a card that are never the same words: one where another stands has moved into its place. */
const APART = [
  ["fullName", "headline", "location", "about"],
  ["name", "tagline", "industry", "headquarters", "employees", "followers"],
  ["title", "companyName", "location"],
] as const;

const othersOf = (field: string): (keyof Facts)[] =>
  APART.filter((group) => group.some((one) => one === field)).flatMap((group) =>
    group.filter((other) => other !== field),
  );

/** What the reader took the same words for: they are no longer that, once a person has said what they are. */
export function takenFor(field: string, value: string, record: AnyRecord): string | undefined {
  const other = othersOf(field).find((one) => (record as Facts)[one] === value);
  return other === "fullName" || other === "name" || other === "title" ? undefined : other;
}

function isPlausible(
  field: string,
  value: string,
  record: AnyRecord,
  instead: string | undefined,
): boolean {
  if (field === "website" && !/^https?:\/\/\S+$/.test(value)) return false;
  if (isLong(field)) return value !== "" && value.length <= 60_000;
  const others = othersOf(field).filter((other) => other !== instead);
  return isFact(value) && !others.some((other) => (record as Facts)[other] === value);
}
