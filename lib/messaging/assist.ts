import { outgoingFacts, secretsOf } from "@/lib/ai/outgoing";
import type { DraftMessageInput } from "@/lib/ai/tasks/draft-message";
import type { RewriteInput } from "@/lib/ai/tasks/rewrite";
import type { VoiceFacts } from "@/lib/ai/tasks/voice";
import { limitsOf, type MessageForm } from "./limits";
import type { Facts } from "./variables/variable";

/** What the screen knows when somebody asks an AI for help with a draft. */
export type Writing = {
  facts: Facts;
  form: MessageForm;
  account: "free" | "premium";
  language: string;
};

export function draftRequest(
  writing: Writing,
  wish: { purpose: string; tone?: string; variants: number; voice?: VoiceFacts; current?: string },
): DraftMessageInput {
  const { facts, form, account, language } = writing;
  return {
    form,
    language,
    ...wish,
    limits: limitsOf(form, account),
    facts: outgoingFacts(rowsOf(facts)),
  };
}

export function rewriteRequest(
  { form, account, language }: Omit<Writing, "facts">,
  { text, subject }: { text: string; subject?: string | undefined },
): RewriteInput {
  const { subject: room, body } = limitsOf(form, account);
  return {
    text,
    ...(subject !== undefined && { subject }),
    language,
    limits: { body, ...(room !== undefined && { subject: room }) },
  };
}

/** What must not leave even where it stands in the draft itself. */
export function secretsIn(facts: Facts): string[] {
  return secretsOf(rowsOf(facts));
}

function rowsOf({ person, self, job, lastInteraction }: Facts) {
  return {
    person,
    ...(self && { self }),
    ...(job && { job }),
    ...(lastInteraction && { lastInteraction }),
  };
}
