import * as z from "zod";
import { messageForm } from "./channel";
import { rowBase, rowId } from "./row";

/** The nine email types, and the one that carries a job alert. */
export const emailType = z.enum([
  "welcome",
  "rejection",
  "interviewInvitation",
  "offerLetter",
  "followUp",
  "assessmentInvitation",
  "referenceRequest",
  "onboarding",
  "custom",
  "jobAlert",
]);

/** A text with variables in braces, for a LinkedIn message or an email. */
export const template = z.looseObject({
  ...rowBase,
  name: z.string().min(1),
  kind: z.enum(["linkedIn", "email"]).optional(),
  form: messageForm.optional(),
  category: z
    .enum([
      "connection",
      "followUp",
      "application",
      "introduction",
      "thanks",
      "congratulation",
      "reconnection",
      "recruiting",
      "sales",
      "other",
    ])
    .optional(),
  /** Only where `kind` is `email`. */
  emailType: emailType.optional(),
  subject: z.string().optional(),
  content: z.string().optional(),
  format: z.enum(["text", "html"]).optional(),
  tone: z
    .enum(["formal", "professional", "casual", "friendly", "enthusiastic", "concise"])
    .optional(),
  purpose: z
    .enum(["networking", "job", "collaboration", "recruiting", "mentoring", "sales", "other"])
    .optional(),
  /** BCP 47 tag. */
  language: z.string().optional(),
  /** The one offered first among its kind, category and email type. */
  isDefault: z.boolean().optional(),
  /** Its name behind a `/`: typed in a message, it becomes the content. */
  shortcut: z.string().optional(),
  /** Off keeps it for the record and out of the pickers. */
  isActive: z.boolean().optional(),
  /** The firm it speaks for, when a workspace writes for several. */
  employerId: rowId.optional(),
  tags: z.array(z.string()).optional(),
});

export type Template = z.infer<typeof template>;
