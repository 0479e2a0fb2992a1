import type { Template } from "@/lib/model/template";
import { unsupportedClaims, type Claim } from "./claims";
import { render, type Part } from "./language/render";
import { limitsOf, measure, type Length, type MessageForm } from "./limits";
import type { Facts } from "./variables/variable";

/** A reason to look before copying. Each has an identity, so that "seen" holds while the reason stays the same. */
export type Concern =
  | { code: "missing"; variable: string }
  | { code: "unknown"; name: string }
  | { code: "unsupported"; claim: Claim }
  | { code: "tooLong"; part: "body" | "subject"; over: number }
  | { code: "empty" };

export type Draft = {
  form: MessageForm;
  subject?: string;
  text: string;
  /** The runs of the body while it is as the template made it; none once a person has changed it. */
  parts: Part[];
  length: { body: Length; subject?: Length };
  concerns: Concern[];
};

type Writing = { form: MessageForm; account: "free" | "premium"; facts: Facts };

/** A template filled with facts. */
export function draftFrom(
  template: Pick<Template, "content" | "subject" | "form">,
  { account, facts }: Omit<Writing, "form">,
): Draft {
  const form = template.form ?? "message";
  const body = render(template.content ?? "", facts);
  const subject = hasSubject(form) ? render(template.subject ?? "", facts) : undefined;
  const holes = [body, ...(subject ? [subject] : [])];
  return {
    ...examine({ text: body.text, subject: subject?.text }, { form, account, facts }),
    parts: body.parts,
    concerns: [
      ...unique(holes.flatMap(({ missing }) => missing)).map((variable): Concern => ({
        code: "missing",
        variable,
      })),
      ...unique(holes.flatMap(({ unknown }) => unknown)).map((name): Concern => ({
        code: "unknown",
        name,
      })),
      ...lengthConcerns(body.text, subject?.text, form, account),
    ],
  };
}

/** A text that a person or an AI wrote: what it claims is held against the record. */
export function draftOf(text: { text: string; subject?: string }, writing: Writing): Draft {
  const draft = examine(text, writing);
  const claims = [text.subject ?? "", text.text].flatMap((part) =>
    unsupportedClaims(part, writing.facts),
  );
  return {
    ...draft,
    concerns: [
      ...claims.map((claim): Concern => ({ code: "unsupported", claim })),
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
    parts: [],
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

function hasSubject(form: MessageForm): boolean {
  return form === "inMail" || form === "email";
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
