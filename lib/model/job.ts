import * as z from "zod";
import { address } from "./address";
import { language } from "./career";
import { passport, sections } from "./passport";
import { day, dayOrInstant, instant, oneToFive, rowBase, rowId } from "./row";
import { contractType, educationLevel, salary, workplaceType, workTime } from "./work";

/** A skill asked for. `weight` is its share in the score, 1 when the user sets none. */
const requiredSkill = z.looseObject({
  name: z.string().min(1),
  level: oneToFive.optional(),
  required: z.boolean().optional(),
  weight: z.number().nonnegative().optional(),
});

/** A post: captured from a page, or one's own offer. */
export const job = z.looseObject({
  ...rowBase,
  title: z.string().min(1),
  /** LinkedIn's number of the posting. */
  externalId: z.string().optional(),
  url: z.string().optional(),
  /** The employer's own reference. */
  reference: z.string().optional(),
  /** One's own offer, to be filled; absent for a posting of somebody else's. */
  isOwn: z.boolean().optional(),

  // Employer
  companyName: z.string().optional(),
  companyUrl: z.string().optional(),
  /** LinkedIn's number of the company; the company's row is `employerId`. */
  companyId: z.string().optional(),
  employerId: rowId.optional(),
  companyLogoUrl: z.string().optional(),
  companyWebsite: z.string().optional(),
  companyDescription: z.string().optional(),
  /** The person shown as hiring, where the page shows one. */
  recruiterName: z.string().optional(),
  recruiterUrl: z.string().optional(),

  // The post. `workplace` and `employmentType` are as shown; the three after them say what they mean.
  location: z.string().optional(),
  place: address.optional(),
  workplace: z.string().optional(),
  employmentType: z.string().optional(),
  workplaceType: workplaceType.optional(),
  contractType: contractType.optional(),
  workTime: workTime.optional(),
  seniority: z.string().optional(),
  function: z.string().optional(),
  industries: z.array(z.string()).optional(),
  salary: salary.optional(),
  description: z.string().optional(),
  responsibilities: z.array(z.string()).optional(),
  requirements: z.array(z.string()).optional(),
  niceToHave: z.array(z.string()).optional(),
  benefits: z.array(z.string()).optional(),
  skills: z.array(requiredSkill).optional(),
  languages: z.array(language).optional(),
  experienceMinYears: z.number().nonnegative().optional(),
  experienceIdealYears: z.number().nonnegative().optional(),
  educationLevel: educationLevel.optional(),
  educationText: z.string().optional(),
  positions: z.number().int().positive().optional(),
  urgent: z.boolean().optional(),

  // Dates and life
  postedAt: dayOrInstant.optional(),
  /** As shown: "2 weeks ago". */
  postedText: z.string().optional(),
  /** A day, or words such as "as soon as possible". */
  startDate: z.string().optional(),
  applicationDeadline: day.optional(),
  expiresAt: dayOrInstant.optional(),
  /** As shown: "Over 100 applicants". */
  applicantsText: z.string().optional(),
  applicants: z.number().int().nonnegative().optional(),
  views: z.number().int().nonnegative().optional(),
  status: z.enum(["draft", "active", "paused", "filled", "closed", "archived"]).optional(),

  // One's own
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),

  // Capture
  capturedAt: instant.optional(),
  sections: sections.optional(),
  passport: passport.optional(),
});

export type Job = z.infer<typeof job>;
