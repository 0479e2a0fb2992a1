import type { Facts } from "./variables/variable";

/** A run of a draft that states something checkable: a name, a figure, a quotation. */
export type Claim = { text: string; start: number; end: number };

const QUOTED = /[“"«]\s*([^”"»\n]{2,80}?)\s*[”"»]/gu;
const FIGURE = /(?<![\p{L}\d])\d[\d\s.,]*(?:%|k€|€|\$|k\b)?/gu;
const NAMES =
  /\p{Lu}[\p{L}\p{M}\p{N}’'&.-]*(?:\s+(?:(?:of|de|du|des|la|le|van|von|and|et|&|for)\s+)?\p{Lu}[\p{L}\p{M}\p{N}’'&.-]*)*/gu;
/** A capital letter after these opens a sentence and says nothing by itself. */
const SENTENCE_START = /(?:^|[.!?:…]\s+|\n\s*|[-•–]\s+)$/u;

/**
 * The claims of a text that no fact on record carries, in order. Case, accents and punctuation do not matter.
 * A first word with a capital is a claim only where more capitals follow it.
 */
export function unsupportedClaims(text: string, facts: Facts): Claim[] {
  const record = plain(recordText(facts));
  return claimsOf(text).filter((claim) => !record.includes(` ${plain(claim.text).trim()} `));
}

export function claimsOf(text: string): Claim[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    return { text: match[1]!, start, end: start + match[1]!.length };
  });
  const figures = [...text.matchAll(FIGURE)].map((match) => trimmed(match[0], match.index));
  const names = [...text.matchAll(NAMES)].flatMap((match) =>
    nameClaim(match[0], match.index, text),
  );
  return [...quoted, ...figures, ...names]
    .filter((claim) => claim.text.length > 1)
    .toSorted((a, b) => a.start - b.start)
    .filter(
      (claim, index, all) => !all.slice(0, index).some((earlier) => earlier.end >= claim.end),
    );
}

/** At a sentence's start the first word's capital is grammar: the name, if any, is what follows. */
function nameClaim(found: string, at: number, text: string): Claim[] {
  if (!SENTENCE_START.test(text.slice(0, at))) return [trimmed(found, at)];
  const rest = found.slice(1).search(/(?<=\s)\p{Lu}/u) + 1;
  return rest === 0 ? [] : [trimmed(found.slice(rest), at + rest)];
}

function trimmed(found: string, at: number): Claim {
  const text = found.replace(/[\s.,’'-]+$/u, "");
  return { text, start: at, end: at + text.length };
}

function recordText({ person, self, job, company, candidate, interview, lastInteraction }: Facts) {
  const { passport: _passport, ...known } = person;
  return [known, self, job, company, candidate, interview, lastInteraction]
    .flatMap((row) => [...strings(row)])
    .join(" \n ");
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number") yield String(value);
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* strings(inner);
}

function plain(text: string): string {
  return ` ${text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")} `;
}
