import type { TableName } from "@/lib/model/tables";
import { variables } from "./variables/list";
import type { Fact, Facts } from "./variables/variable";

/** A run of a draft that states something checkable: a name, a figure, a quotation, an address. */
export type Claim = { text: string; start: number; end: number };
export type CheckedClaim = Claim & { fact?: Fact };

const QUOTED = /[“"«]\s*([^”"»\n]{2,80}?)\s*[”"»]/gu;
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"”»)]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const FIGURE = /(?<![\p{L}\d])\d[\d\s.,]*(?:%|k€|€|\$|k\b)?/gu;
const NAMES =
  /\p{Lu}[\p{L}\p{M}\p{N}’'&.-]*(?:[^\S\n]+(?:(?:of|de|du|des|la|le|van|von|and|et|&|for)[^\S\n]+)?\p{Lu}[\p{L}\p{M}\p{N}’'&.-]*)*/gu;
/** A capital letter after these opens a sentence and says nothing by itself. */
const SENTENCE_START = /(?:^|[.!?:…]\s+|\n\s*|[-•–]\s+)$/u;
/** Words with a capital that name nobody: the English I, days, greetings, where one writes. */
const NO_NAME =
  /^(?:I(?:[’'](?:m|d|ll|ve|s))?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mr|Mrs|Ms|Dr|Mme|M|Hi|Hello|Dear|Best|Regards|LinkedIn|InMail|OK|CV|PS)\.?$/u;

/**
 * The claims of a text, in order, each with the fact on record that carries it, if one does. Case, accents
 * and punctuation do not matter. A first word with a capital is a claim only where more capitals follow it.
 */
export function checkClaims(text: string, facts: Facts): CheckedClaim[] {
  const claims = claimsOf(text);
  if (claims.length === 0) return [];
  const record = recordFor(facts);
  const check = (claim: Claim): CheckedClaim => {
    const wanted = plain(claim.text);
    const carrier = record.find(({ words }) => words.includes(wanted));
    return carrier ? { ...claim, fact: carrier.fact } : claim;
  };
  return claims.flatMap((claim) => {
    const whole = check(claim);
    return whole.fact ? [whole] : apart(claim).map(check);
  });
}

/** "Quill and Zork" are two names, where they are not one firm's; "at Quill. Take" is one, and a new sentence. */
function apart(claim: Claim): Claim[] {
  const joint = /\s+(?:and|et|&|for)\s+|(?<=\.)\s+/u.exec(claim.text);
  if (!joint || !/^\p{Lu}/u.test(claim.text)) return [claim];
  const { text, start, end } = claim;
  const middle = start + joint.index;
  const after = middle + joint[0].length;
  const opens = joint[0].trim() === "" ? nextName(text.slice(after - start)) : 0;
  const isOver = joint[0].trim() === "" && opens === 0;
  const rest = after + opens;
  return [
    trimmed(text.slice(0, joint.index), start),
    ...(isOver ? [] : apart({ text: text.slice(rest - start), start: rest, end })),
  ];
}

export function unsupportedClaims(text: string, facts: Facts): Claim[] {
  return checkClaims(text, facts).filter(({ fact }) => !fact);
}

export function claimsOf(text: string): Claim[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    return { text: match[1]!, start, end: start + match[1]!.length };
  });
  const addresses = [...text.matchAll(ADDRESS)].map((match) => trimmed(match[0], match.index));
  const figures = [...text.matchAll(FIGURE)].map((match) => trimmed(match[0], match.index));
  const names = [...text.matchAll(NAMES)].flatMap((match) =>
    nameClaim(match[0], match.index, text),
  );
  return [...addresses, ...quoted, ...figures, ...names]
    .filter((claim) => claim.text.length > 1)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (claim, index, all) => !all.slice(0, index).some((earlier) => earlier.end >= claim.end),
    );
}

/** At a sentence's start the first word's capital is grammar: the name, if any, is what follows. */
function nameClaim(found: string, at: number, text: string): Claim[] {
  if (!SENTENCE_START.test(text.slice(0, at))) return ungreeted(trimmed(found, at));
  const rest = nextName(found);
  return rest === 0 ? [] : ungreeted(trimmed(found.slice(rest), at + rest));
}

/** "Hi Dr Quill" speaks of Quill. */
function ungreeted(claim: Claim): Claim[] {
  const [first = ""] = claim.text.split(/\s/u);
  if (!NO_NAME.test(first)) return [claim];
  const rest = nextName(claim.text);
  if (rest === 0) return [];
  return ungreeted({ ...claim, text: claim.text.slice(rest), start: claim.start + rest });
}

/** Where the next word with a capital begins; 0 where there is none. */
function nextName(found: string): number {
  return found.slice(1).search(/(?<=\s)\p{Lu}/u) + 1;
}

function trimmed(found: string, at: number): Claim {
  const text = found.replace(/[\s.,;:!?’'-]+$/u, "");
  return { text, start: at, end: at + text.length };
}

type Recorded = { fact: Fact; words: string };
const records = new WeakMap<Facts, Recorded[]>();

/** Read once for the facts at hand: a draft is checked at every stroke. */
function recordFor(facts: Facts): Recorded[] {
  const known = records.get(facts);
  if (known) return known;
  const record = [...recordOf(facts)].map((fact) => ({ fact, words: plain(fact.text) }));
  records.set(facts, record);
  return record;
}

/** Everything a draft may say, each with its place: what variables show first, in the form they show it, then every field. */
function* recordOf(facts: Facts): Generator<Fact> {
  for (const variable of variables) {
    const fact = variable.read(facts);
    if (fact) yield fact;
  }
  const rows: [TableName, { id: string } | undefined][] = [
    ["people", facts.person],
    ["people", facts.self],
    ["jobs", facts.job],
    ["companies", facts.company],
    ["candidates", facts.candidate],
    ["interviews", facts.interview],
    ["interactions", facts.lastInteraction],
    ["messages", facts.lastMessage],
  ];
  for (const [table, row] of rows) {
    for (const [field, value] of Object.entries(row ?? {})) {
      if (NO_RECORD.has(field)) continue;
      for (const text of strings(value)) yield { text, table, id: row!.id, field };
    }
  }
}

/** Fields about the row, which no message speaks of. */
const NO_RECORD = new Set([
  "id",
  "createdAt",
  "updatedAt",
  "createdBy",
  "passport",
  "sections",
  "_sync",
]);

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
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
