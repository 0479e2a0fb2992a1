import type { Template } from "@/lib/model/template";
import { checkClaims, type CheckedClaim, type Claim } from "./claims";
import { render, type Part } from "./language/render";
import { limitsOf, measure, type Length, type MessageForm } from "./limits";
import type { Fact, Facts } from "./variables/variable";

/** A reason to look before copying. Each has an identity, so that "seen" holds while the reason stays the same. */
export type Concern =
  | { code: "missing"; variable: string }
  | { code: "unknown"; name: string }
  | { code: "unsupported"; claim: Claim }
  | { code: "tooLong"; part: "body" | "subject"; over: number }
  | { code: "empty" };

/** A run of the body that a reader can ask about: where it stands on record, or that it stands nowhere. */
export type Mark =
  | { kind: "fact"; start: number; end: number; fact: Fact }
  | { kind: "fallback"; start: number; end: number; variable: string }
  | { kind: "unsupported"; start: number; end: number };

export type Draft = {
  form: MessageForm;
  subject?: string;
  text: string;
  marks: Mark[];
  length: { body: Length; subject?: Length };
  concerns: Concern[];
};

type Writing = { form: MessageForm; account: "free" | "premium"; facts: Facts };

/** A template filled with facts. What its writer put in by hand is held against the record like any text. */
export function draftFrom(
  template: Pick<Template, "content" | "subject" | "form">,
  { account, facts }: Omit<Writing, "form">,
): Draft {
  const form = template.form ?? "message";
  const body = render(template.content ?? "", facts);
  const subject = hasSubject(form) ? render(template.subject ?? "", facts) : undefined;
  const holes = [...(subject ? [subject] : []), body];
  const own = ownClaims(body.parts, facts);
  const unsupported = [...(subject ? ownClaims(subject.parts, facts) : []), ...own].filter(
    ({ fact }) => !fact,
  );
  return {
    ...examine({ text: body.text, subject: subject?.text }, { form, account, facts }),
    marks: [...marksOfParts(body.parts), ...own.map(markOfClaim)].toSorted(
      (a, b) => a.start - b.start,
    ),
    concerns: [
      ...unique(holes.flatMap(({ missing }) => missing)).map((variable): Concern => ({
        code: "missing",
        variable,
      })),
      ...unique(holes.flatMap(({ unknown }) => unknown)).map((name): Concern => ({
        code: "unknown",
        name,
      })),
      ...unsupportedConcerns(unsupported),
      ...lengthConcerns(body.text, subject?.text, form, account),
    ],
  };
}

/** A text that a person or an AI wrote: what it claims is held against the record. */
export function draftOf(text: { text: string; subject?: string }, writing: Writing): Draft {
  const inBody = checkClaims(text.text, writing.facts);
  const inSubject = checkClaims(text.subject ?? "", writing.facts);
  return {
    ...examine(text, writing),
    marks: inBody.map(markOfClaim),
    concerns: [
      ...unsupportedConcerns([...inSubject, ...inBody].filter(({ fact }) => !fact)),
      ...lengthConcerns(text.text, text.subject, writing.form, writing.account),
    ],
  };
}

/** The name under which a concern is remembered as seen. */
export function concernKey(concern: Concern): string {
  if (concern.code === "missing") return `missing:${concern.variable}`;
  if (concern.code === "unknown") return `unknown:${concern.name}`;
  if (concern.code === "unsupported") return `unsupported:${concern.claim.text}`;
  if (concern.code === "tooLong") return `tooLong:${concern.part}`;
  return concern.code;
}

/** Copy is free once every concern was seen; an empty text has nothing to copy. */
export function canCopy(draft: Draft, seen: ReadonlySet<string>): boolean {
  return draft.concerns.every(
    (concern) => concern.code !== "empty" && seen.has(concernKey(concern)),
  );
}

function examine(
  { text, subject }: { text: string; subject?: string },
  { form, account }: Writing,
): Omit<Draft, "concerns"> {
  const limits = limitsOf(form, account);
  return {
    form,
    text,
    ...(subject !== undefined && { subject }),
    marks: [],
    length: {
      body: measure(text, limits.body),
      ...(subject !== undefined &&
        limits.subject !== undefined && { subject: measure(subject, limits.subject) }),
    },
  };
}

function lengthConcerns(
  text: string,
  subject: string | undefined,
  form: MessageForm,
  account: "free" | "premium",
): Concern[] {
  const limits = limitsOf(form, account);
  const body = measure(text, limits.body).over;
  const title = limits.subject === undefined ? 0 : measure(subject ?? "", limits.subject).over;
  return [
    ...(text.trim() ? [] : [{ code: "empty" } as const]),
    ...(body ? [{ code: "tooLong", part: "body", over: body } as const] : []),
    ...(title ? [{ code: "tooLong", part: "subject", over: title } as const] : []),
  ];
}

/** Stands where a fact or a fallback was placed: neither letter nor space, so no claim is made of it. */
const PLACED = "\u0001";

/** What a template's own words claim; a quotation around a fact is the fact's. */
function ownClaims(parts: readonly Part[], facts: Facts): CheckedClaim[] {
  const own = parts.map(({ type, text }) => (type === "text" ? text : PLACED.repeat(text.length)));
  return checkClaims(own.join(""), facts).filter(({ text }) => !text.includes(PLACED));
}

/** The same claim twice is one reason to look. */
function unsupportedConcerns(claims: readonly Claim[]): Concern[] {
  const first = new Map(claims.toReversed().map((claim) => [claim.text, claim]));
  return [...first.values()]
    .toSorted((a, b) => a.start - b.start)
    .map((claim) => ({ code: "unsupported", claim }));
}

function markOfClaim({ start, end, fact }: CheckedClaim): Mark {
  return fact ? { kind: "fact", start, end, fact } : { kind: "unsupported", start, end };
}

function marksOfParts(parts: readonly Part[]): Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  for (const part of parts) {
    const end = start + part.text.length;
    if (part.type === "fact") marks.push({ kind: "fact", start, end, fact: part.fact });
    if (part.type === "fallback")
      marks.push({ kind: "fallback", start, end, variable: part.variable });
    start = end;
  }
  return marks;
}

export function hasSubject(form: MessageForm): boolean {
  return form === "inMail" || form === "email";
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
