import * as z from "zod";
import { partialDate } from "./partial-date";
import { dayOrInstant, oneToFive } from "./row";
import { cefrLevel, contractType, educationLevel, workplaceType } from "./work";

/** One position. `workplace` and `employmentType` are as the page shows them, beside their meaning. */
export const experience = z.looseObject({
  title: z.string().optional(),
  company: z.string().optional(),
  companyUrl: z.string().optional(),
  /** LinkedIn's number of the company. */
  companyId: z.string().optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  current: z.boolean().optional(),
  location: z.string().optional(),
  workplace: z.string().optional(),
  workplaceType: workplaceType.optional(),
  employmentType: z.string().optional(),
  contractType: contractType.optional(),
  description: z.string().optional(),
  /** Duties and results, one each, where the source lists them. */
  highlights: z.array(z.string()).optional(),
  skills: z.array(z.string()).optional(),
});

export const education = z.looseObject({
  school: z.string().optional(),
  schoolUrl: z.string().optional(),
  degree: z.string().optional(),
  field: z.string().optional(),
  level: educationLevel.optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  grade: z.string().optional(),
  activities: z.string().optional(),
  description: z.string().optional(),
});

export const skill = z.looseObject({
  name: z.string().min(1),
  /** Technical, language, method … as the source groups them. */
  category: z.string().optional(),
  level: oneToFive.optional(),
  yearsOfPractice: z.number().nonnegative().optional(),
  lastUsed: partialDate.optional(),
  endorsements: z.number().int().nonnegative().optional(),
  /** Confirmed by a test, a certificate or a conversation, not only claimed. */
  verified: z.boolean().optional(),
});

export const language = z.looseObject({
  name: z.string().min(1),
  /** As the source words it ("Native or bilingual proficiency"). */
  level: z.string().optional(),
  cefr: cefrLevel.optional(),
});

export const certification = z.looseObject({
  name: z.string().min(1),
  issuer: z.string().optional(),
  issuedAt: partialDate.optional(),
  expiresAt: partialDate.optional(),
  credentialId: z.string().optional(),
  url: z.string().optional(),
});

/**
 * Volunteering, projects, publications, patents, courses, honours, test scores, organisations. What happened once
 * (an award, a publication) has its day as `startDate`.
 */
export const accomplishment = z.looseObject({
  title: z.string().min(1),
  /** Who stands behind it: the charity, the publisher, whoever gave the award. */
  organization: z.string().optional(),
  role: z.string().optional(),
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  current: z.boolean().optional(),
  /** The position or the school it belongs to. */
  associatedWith: z.string().optional(),
  /** What a volunteer works for, as the page names it. */
  cause: z.string().optional(),
  /** Of a patent or a course. */
  number: z.string().optional(),
  /** Of a test, as shown. */
  score: z.string().optional(),
  url: z.string().optional(),
  description: z.string().optional(),
});

export const recommendation = z.looseObject({
  author: z.string().optional(),
  authorUrl: z.string().optional(),
  direction: z.enum(["received", "given"]).optional(),
  relationship: z.string().optional(),
  at: dayOrInstant.optional(),
  text: z.string(),
});
