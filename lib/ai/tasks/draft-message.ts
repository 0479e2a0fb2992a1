import * as z from "zod";
import type { OutgoingFacts } from "../outgoing";
import type { Task } from "../task";
import { voiceRules, type VoiceFacts } from "./voice";
import { languageName, roomFor, written, type WritingLimits } from "./written";

export type DraftMessageInput = {
  form: "note" | "message" | "inMail" | "email";
  /** In the user's words. */
  purpose: string;
  tone?: string;
  /** BCP 47 tag. */
  language: string;
  limits: WritingLimits;
  /** 1 to 3. */
  variants: number;
  facts: OutgoingFacts;
  voice?: VoiceFacts;
  /** The draft that stands, when other ways to say it are wanted. It holds facts, so it is data too. */
  current?: string;
};

const FORMS: Record<DraftMessageInput["form"], string> = {
  note: "the note that goes with a LinkedIn invitation",
  message: "a LinkedIn message",
  inMail: "a LinkedIn InMail",
  email: "an e-mail in plain text",
};

const answer = z.object({ variants: z.array(written).min(1).max(3) });

export const draftMessage: Task<DraftMessageInput, z.infer<typeof answer>> = {
  name: "draftMessage",
  answer,
  budget: 2_500,
  prompt: ({ form, purpose, tone, language, limits, variants, facts, voice, current }) => ({
    rules: [
      `You write ${FORMS[form]} from the sender to the recipient in the data, in ${languageName(language)}. ${roomFor(limits)}`,
      variants > 1 ? `Give ${variants} drafts that open and argue differently.` : "Give one draft.",
      voice ? voiceRules(voice) : "",
      'The answer: {"variants": [{"subject": string or null, "text": string}]}',
    ]
      .filter(Boolean)
      .join("\n"),
    request: [
      `Purpose: ${JSON.stringify(purpose)}`,
      ...(tone ? [`Tone: ${tone}`] : []),
      ...signature(voice),
    ].join("\n"),
    data: [
      { name: "facts", value: facts },
      ...(current === undefined ? [] : [{ name: "draft", value: current }]),
    ],
  }),
};

/** The sender's own words stand in the request: they are theirs, but no rule. */
export function signature(voice: VoiceFacts | undefined): string[] {
  return [
    ...(voice?.greeting ? [`Usual greeting: ${JSON.stringify(voice.greeting)}`] : []),
    ...(voice?.signOff ? [`Usual sign-off: ${JSON.stringify(voice.signOff)}`] : []),
  ];
}
