import * as z from "zod";
import {
  accomplishment,
  certification,
  education,
  experience,
  language,
  skill,
} from "@/lib/model/career";
import { contact } from "@/lib/model/person";
import { day, instant } from "@/lib/model/row";
import { salary } from "@/lib/model/work";

/** Longer than anything a page shows in one field; a page that says more is not one we know. */
const text = z.string().max(60_000);
const list = <T extends z.ZodType>(entry: T) => z.array(entry).max(2000);
const count = z.number().int().nonnegative();

const personRecord = z.strictObject({
  fullName: text.min(1).optional(),
  headline: text.optional(),
  location: text.optional(),
  publicId: text.optional(),
  memberUrn: text.optional(),
  degree: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  company: text.optional(),
  position: text.optional(),
  school: text.optional(),
  about: text.optional(),
  photoUrl: text.startsWith("https://").optional(),
  followers: text.optional(),
  connections: text.optional(),
  openToWork: z.boolean().optional(),
  experience: list(experience).optional(),
  education: list(education).optional(),
  skills: list(skill).optional(),
  languages: list(language).optional(),
  certifications: list(certification).optional(),
  openToText: text.optional(),
  projects: list(accomplishment).optional(),
  volunteering: list(accomplishment).optional(),
  honors: list(accomplishment).optional(),
  publications: list(accomplishment).optional(),
  patents: list(accomplishment).optional(),
  courses: list(accomplishment).optional(),
  testScores: list(accomplishment).optional(),
  organizations: list(accomplishment).optional(),
  recommendationsReceived: count.optional(),
  recommendationsGiven: count.optional(),
  topSkills: list(text).optional(),
  services: list(text).optional(),
  causes: list(text).optional(),
  contact: contact.optional(),
  profileUrl: text.optional(),
  connectedAt: z.iso.date().optional(),
  invitation: z
    .strictObject({
      direction: z.enum(["sent", "received"]),
      at: instant.optional(),
      atText: text.optional(),
      note: text.optional(),
    })
    .optional(),
});

const jobRecord = z.strictObject({
  externalId: text.optional(),
  title: text.min(1).optional(),
  companyName: text.optional(),
  companyUrl: text.optional(),
  companyId: text.optional(),
  location: text.optional(),
  workplace: text.optional(),
  employmentType: text.optional(),
  seniority: text.optional(),
  salary: salary.extend({ text }).optional(),
  description: text.optional(),
  postedAt: text.optional(),
  postedText: text.optional(),
  applicantsText: text.optional(),
  skills: list(skill).optional(),
  url: text.optional(),
});

const companyRecord = z.strictObject({
  name: text.min(1).optional(),
  tagline: text.optional(),
  description: text.optional(),
  industry: text.optional(),
  employees: text.optional(),
  headquarters: text.optional(),
  organizationType: text.optional(),
  website: text.regex(/^https?:\/\//).optional(),
  phone: text.optional(),
  foundedYear: z.number().int().optional(),
  specialties: list(text).optional(),
  followers: text.optional(),
  externalId: text.optional(),
  linkedInUrl: text.optional(),
  logoUrl: text.startsWith("https://").optional(),
});

const participant = z.strictObject({
  fullName: text.optional(),
  publicId: text.optional(),
  memberUrn: text.optional(),
  headline: text.optional(),
});
const threadMessage = z.strictObject({
  externalId: text.optional(),
  direction: z.enum(["sent", "received"]),
  sender: text.optional(),
  senderId: text.optional(),
  at: instant.optional(),
  day: day.optional(),
  subject: text.optional(),
  text: text.min(1),
});
const threadRecord = z.strictObject({
  threadId: text.optional(),
  title: text.optional(),
  participants: list(participant).min(1),
  messages: z.array(threadMessage).max(20_000),
});

/** What one record of a page may hold: anything else did not come from a reader. */
export const record = z.union([personRecord, jobRecord, companyRecord, threadRecord]);
