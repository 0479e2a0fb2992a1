import type { Task } from "../task";
import { languageName, roomFor, written, type WritingLimits, type Written } from "./written";

export type RewriteInput = {
  text: string;
  subject?: string;
  /** BCP 47 tag of the language the text is to be in. */
  language: string;
  limits: WritingLimits;
};

type Rewriting<Input> = {
  name: string;
  rule: (input: Input) => string;
  request?: (input: Input) => readonly string[];
};

/** A task that takes the user's draft and gives it back changed in one respect. */
export function rewriteTask<Input extends RewriteInput>({
  name,
  rule,
  request,
}: Rewriting<Input>): Task<Input, Written> {
  return {
    name,
    answer: written,
    budget: 2_000,
    prompt: (input) => ({
      rules: [
        rule(input),
        `Keep every fact, name and figure of the draft, and add none. Write in ${languageName(input.language)}. ${roomFor(input.limits)}`,
        'The answer: {"subject": string or null, "text": string}',
      ].join("\n"),
      request: [
        "Rewrite the draft in the data as your rules say.",
        ...(request?.(input) ?? []),
      ].join("\n"),
      data: [{ name: "draft", value: { subject: input.subject ?? null, text: input.text } }],
    }),
  };
}
