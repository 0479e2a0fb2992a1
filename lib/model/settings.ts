import * as z from "zod";
import { rowBase, timeOfDay } from "./row";

const onOff = z.boolean().optional();

/** The user's preferences: one row, each preference a register of its own. */
export const settings = z.looseObject({
  ...rowBase,
  theme: z.enum(["light", "dark", "system"]).optional(),
  locale: z.enum(["en", "fr", "system"]).optional(),
  /** IANA name; the browser's when absent. */
  timezone: z.string().optional(),
  /** ISO 4217, for amounts typed without one. */
  currency: z.string().optional(),
  density: z.enum(["comfortable", "compact"]).optional(),

  /** Which notices may be shown, and by which way. */
  notifications: z
    .looseObject({
      email: onOff,
      app: onOff,
      connectionRequests: onOff,
      messages: onOff,
      opportunities: onOff,
      automationAlerts: onOff,
      jobAlerts: onOff,
      reminders: onOff,
    })
    .optional(),
  quietFrom: timeOfDay.optional(),
  quietUntil: timeOfDay.optional(),

  /** What may leave the device. All off until turned on. */
  privacy: z
    .looseObject({
      shareData: onOff,
      allowAnalytics: onOff,
      /** Let what only a first-degree connection is shown be synced. */
      syncFirstDegreeContact: onOff,
    })
    .optional(),

  /** Show the capture button inside LinkedIn pages. */
  pageButton: z.boolean().optional(),
  /** Mark people in LinkedIn's lists who are already saved. */
  listWatcher: z.boolean().optional(),
  /** For people without an interval of their own. */
  keepInTouchDays: z.number().int().positive().optional(),
  /** Tag → days: for people who carry it and have no interval of their own. */
  keepInTouchTags: z.record(z.string(), z.number().int().positive()).optional(),
  /** Days without an answer after which one's own message is due again. */
  followUpDays: z.number().int().positive().optional(),
  /** What one wants to stay under on LinkedIn. Absent: no limit is shown. */
  sendLimits: z
    .looseObject({
      notesPerMonth: z.number().int().nonnegative().optional(),
      invitationsPerWeek: z.number().int().nonnegative().optional(),
      messagesPerDay: z.number().int().nonnegative().optional(),
    })
    .optional(),
  /** When a mail ends with a line about writing no more. */
  mailFarewell: z.enum(["always", "selling", "never"]).optional(),
  /** Most LinkedIn tasks offered in one day. */
  dailySendLimit: z.number().int().positive().optional(),
  /** 0 Sunday to 6 Saturday. */
  workDays: z.array(z.number().int().min(0).max(6)).optional(),
  workFrom: timeOfDay.optional(),
  workUntil: timeOfDay.optional(),
  /** Days a candidate's data may be kept without a word from them. */
  candidateRetentionDays: z.number().int().positive().optional(),
  /** The provider asked first; its key stays on the device and is not here. */
  aiProvider: z
    .enum(["openai", "anthropic", "gemini", "mistral", "compatible", "builtin"])
    .optional(),
  /** Provider → model. */
  aiModels: z.record(z.string(), z.string()).optional(),
  /** Which account the user writes from on LinkedIn: it decides how long a note may be. */
  linkedInAccount: z.enum(["free", "premium"]).optional(),
  /** Language → whether its starter templates were once put in the notebook. */
  starters: z.record(z.string(), z.boolean()).optional(),
  /** Signal → weight, where the user set one. */
  signalWeights: z.record(z.string(), z.number()).optional(),
});

export type Settings = z.infer<typeof settings>;
