import type { Template } from "@/lib/model/template";
import { checkClaims, type CheckedClaim, type Claim } from "./claims";
import { escapeHtml, UNSAID, wordsOf } from "./language/html";
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

type Writing = {
  form: MessageForm;
  account: "free" | "premium";
  facts: Facts;
  /** What the body is written in; only a mail can be HTML. */
  format?: "text" | "html" | undefined;
};

/** A template filled with facts. What its writer put in by hand is held against the record like any text. */
export function draftFrom(
  template: Pick<Template, "content" | "subject" | "form" | "format">,
  { account, facts }: Pick<Writing, "account" | "facts">,
): Draft {
  const form = template.form ?? "message";
  const isHtml = form === "email" && template.format === "html";
  const body = htmlIf(isHtml, render(template.content ?? "", facts));
  const subject = hasSubject(form) ? render(template.subject ?? "", facts) : undefined;
  const holes = [...(subject ? [subject] : []), body];
  const own = ownClaims(body.parts, facts, isHtml);
  const unsupported = [...(subject ? ownClaims(subject.parts, facts, false) : []), ...own].filter(
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
  const isHtml = writing.form === "email" && writing.format === "html";
  const inBody = checkClaims(isHtml ? wordsOf(text.text) : text.text, writing.facts).filter(isSaid);
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

/** A template's own words are markup in an HTML mail; what is placed in them never is. */
function htmlIf<Body extends { parts: Part[]; text: string }>(isHtml: boolean, body: Body): Body {
  if (!isHtml) return body;
  const parts = body.parts.map((part) =>
    part.type === "text" ? part : { ...part, text: escapeHtml(part.text) },
  );
  return { ...body, parts, text: parts.map(({ text }) => text).join("") };
}

/** What a template's own words claim; a quotation around a fact is the fact's. */
function ownClaims(parts: readonly Part[], facts: Facts, isHtml: boolean): CheckedClaim[] {
  const own = parts.map(({ type, text }) => (type === "text" ? text : UNSAID.repeat(text.length)));
  const text = own.join("");
  return checkClaims(isHtml ? wordsOf(text) : text, facts).filter(isSaid);
}

function isSaid({ text }: CheckedClaim): boolean {
  return !text.includes(UNSAID);
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
