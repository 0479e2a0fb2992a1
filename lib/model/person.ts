import * as z from "zod";
import { address } from "./address";
import {
  accomplishment,
  certification,
  education,
  experience,
  language,
  recommendation,
  skill,
} from "./career";
import { passport, sections } from "./passport";
import { dayOrInstant, instant, rowBase, rowId } from "./row";

/** What only a first-degree connection is shown. It stays on the device and never goes to an AI. */
export const contact = z.looseObject({
  emails: z.array(z.string()).optional(),
  phones: z.array(z.looseObject({ number: z.string(), kind: z.string().optional() })).optional(),
  websites: z.array(z.looseObject({ url: z.string(), kind: z.string().optional() })).optional(),
  messengers: z
    .array(z.looseObject({ name: z.string(), service: z.string().optional() }))
    .optional(),
  address: z.string().optional(),
  /** `MM-DD`: LinkedIn shows no year. */
  birthday: z.string().optional(),
});

/** A person one knows, has looked at, or is: identity, career, and the relation with them. */
export const person = z.looseObject({
  ...rowBase,

  // Identity
  fullName: z.string().min(1),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  formerName: z.string().optional(),
  pronouns: z.string().optional(),
  headline: z.string().optional(),
  location: z.string().optional(),
  industry: z.string().optional(),
  /** The last part of the profile's address, decoded. */
  publicId: z.string().optional(),
  /** `urn:li:fsd_profile:…`: outlives a change of address. */
  memberUrn: z.string().optional(),
  profileUrl: z.string().optional(),
  photoUrl: z.string().optional(),
  about: z.string().optional(),
  /** Typed by the user, from a CV or from a mail; what a connection alone may see goes to `contact`. */
  email: z.string().optional(),
  phone: z.string().optional(),
  websites: z.array(z.string()).optional(),
  address: address.optional(),
  contact: contact.optional(),
  /** The row that describes the owner of the notebook. */
  isSelf: z.boolean().optional(),

  // Career
  company: z.string().optional(),
  position: z.string().optional(),
  /** The school that stands at the top of the profile. */
  school: z.string().optional(),
  /** The last move that was seen to happen: what stood before, and when the new post was first read. */
  jobChange: z
    .looseObject({
      at: instant,
      fromCompany: z.string().optional(),
      fromPosition: z.string().optional(),
      toCompany: z.string().optional(),
      toPosition: z.string().optional(),
    })
    .optional(),
  openToWork: z.boolean().optional(),
  /** The roles they look for, as the page words it. */
  openToText: z.string().optional(),
  /** The company's row, where it is known. */
  employerId: rowId.optional(),
  experience: z.array(experience).optional(),
  education: z.array(education).optional(),
  skills: z.array(skill).optional(),
  languages: z.array(language).optional(),
  certifications: z.array(certification).optional(),
  volunteering: z.array(accomplishment).optional(),
  projects: z.array(accomplishment).optional(),
  publications: z.array(accomplishment).optional(),
  patents: z.array(accomplishment).optional(),
  courses: z.array(accomplishment).optional(),
  honors: z.array(accomplishment).optional(),
  testScores: z.array(accomplishment).optional(),
  organizations: z.array(accomplishment).optional(),
  recommendations: z.array(recommendation).optional(),
  /** How many there are, where the page says so. */
  recommendationsReceived: z.number().int().nonnegative().optional(),
  recommendationsGiven: z.number().int().nonnegative().optional(),
  /** The skills put first, under the text about oneself. */
  topSkills: z.array(z.string()).optional(),
  /** What they offer to be hired for. */
  services: z.array(z.string()).optional(),
  causes: z.array(z.string()).optional(),
  interests: z.array(z.string()).optional(),

  // Relation
  /** 1 connected, 2 through someone, 3 further. */
  degree: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  mutualConnections: z.number().int().nonnegative().optional(),
  /** As shown: "698", "12K". */
  followers: z.string().optional(),
  /** As shown: "500+". */
  connections: z.string().optional(),
  connectedAt: dayOrInstant.optional(),
  lastInteractionAt: instant.optional(),
  /** The last post, comment or change seen of them. */
  lastActivityAt: dayOrInstant.optional(),
  status: z.enum(["active", "pending", "removed"]).optional(),
  tags: z.array(z.string()).optional(),
  notes: z.string().optional(),
  /** How one came to know them. */
  source: z.string().optional(),
  /** Days that may pass without an interaction before they are due again. */
  keepInTouchDays: z.number().int().positive().optional(),
  /** No task, campaign or automation may include them. */
  doNotContact: z.boolean().optional(),

  // Capture
  capturedAt: instant.optional(),
  sections: sections.optional(),
  passport: passport.optional(),
});

export type Person = z.infer<typeof person>;
