import type { Message } from "@/lib/model/message";
import type { Template } from "@/lib/model/template";
import { detectLanguage } from "../detect-language";
import type { MessageForm } from "../limits";
import { starterId, type StarterLanguage } from "../starter/starter";
import type { Due, TaskKind } from "./due";

type Category = NonNullable<Template["category"]>;

/** What a draft for a due action begins with. */
export type Occasion = {
  taskId: string;
  form?: MessageForm;
  subject?: string;
  /** What they wrote in; an answer is in their language. */
  language?: "en" | "fr";
  jobId?: string;
  templateId?: string;
  categories: readonly Category[];
  /** The starter that says just this, preferred where it is still there. */
  starter?: string;
  /** Nothing a template could say: the text begins empty. */
  isBlank: boolean;
};

/** What a person writes for; the rest is done without a text. */
const WRITTEN: ReadonlySet<TaskKind> = new Set([
  "message",
  "connectionRequest",
  "email",
  "followUp",
  "answer",
  "congratulate",
  "thank",
]);

export function isWritten({ kind, personId }: Pick<Due, "kind" | "personId">): boolean {
  return personId !== undefined && WRITTEN.has(kind);
}

export function occasionFor({ taskId, kind, reason, jobId, task }: Due, last?: Message): Occasion {
  const isReply = reason.rule === "answer" || reason.rule === "followUp";
  const form = formFor(kind, isReply ? last : undefined);
  const language = isReply ? detectLanguage(last?.content ?? "") : undefined;
  const subject = form === "email" && isReply ? answering(last?.subject) : undefined;
  return {
    taskId,
    ...CHOICES[reason.rule],
    ...(form && { form }),
    ...(subject && { subject }),
    ...(language && { language }),
    ...(jobId && { jobId }),
    ...(task?.templateId && { templateId: task.templateId }),
    isBlank: kind === "answer",
  };
}

const CHOICES: Record<Due["reason"]["rule"], Pick<Occasion, "categories" | "starter">> = {
  answer: { categories: [] },
  followUp: { categories: ["followUp"], starter: "message-no-answer" },
  application: { categories: ["followUp", "application"] },
  toApply: { categories: ["application"] },
  thank: { categories: ["thanks"] },
  birthday: { categories: [], starter: "message-birthday" },
  jobChange: { categories: ["congratulation"], starter: "message-congratulation" },
  keepInTouch: { categories: ["reconnection", "followUp"] },
  byHand: { categories: [] },
  campaign: { categories: [] },
};

/** The template an occasion begins with: the one named, the one made for it, else the default of its kind. */
export function templateFor(
  { templateId, starter, categories, isBlank }: Occasion,
  templates: readonly Template[],
  { form, language }: { form: MessageForm; language: string },
): Template | undefined {
  const there = templates.filter(({ isActive }) => isActive !== false);
  const named = there.find(({ id }) => id === templateId);
  if (named || isBlank) return named;
  const made =
    starter && (language === "en" || language === "fr")
      ? starterId(language satisfies StarterLanguage, starter)
      : undefined;
  const fits = there.filter((one) => (one.form ?? "message") === form);
  const starting = fits.find(({ id }) => id === made);
  if (starting) return starting;
  return fits
    .filter(({ category }) => category && categories.includes(category))
    .toSorted((a, b) => rank(a, language) - rank(b, language))[0];
}

function rank({ language, isDefault }: Template, wished: string): number {
  return (language?.split("-")[0] === wished ? 0 : 2) + (isDefault ? 0 : 1);
}

function formFor(kind: TaskKind, last: Message | undefined): MessageForm | undefined {
  if (kind === "email" || last?.channel === "email") return "email";
  if (kind === "connectionRequest") return "note";
  return last ? "message" : undefined;
}

function answering(subject: string | undefined): string | undefined {
  if (!subject) return undefined;
  return /^(?:re|aw|rép)\s*:/iu.test(subject) ? subject : `Re: ${subject}`;
}
