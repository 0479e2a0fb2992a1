import type * as z from "zod";
import { alert } from "./alert";
import { application } from "./application";
import { automation } from "./automation";
import { campaign } from "./campaign";
import { candidate } from "./candidate";
import { company } from "./company";
import { companyContact } from "./company-contact";
import { document } from "./document";
import { enrolment } from "./enrolment";
import { interaction } from "./interaction";
import { interview } from "./interview";
import { job } from "./job";
import { jobPublication } from "./job-publication";
import { match } from "./match";
import { merge } from "./merge";
import { message } from "./message";
import { metric } from "./metric";
import { notification } from "./notification";
import { onboardingProgress } from "./onboarding-progress";
import { opportunity } from "./opportunity";
import { person } from "./person";
import { placement } from "./placement";
import { profileReview } from "./profile-review";
import { settings } from "./settings";
import { task } from "./task";
import { template } from "./template";

/**
 * How a noun is stored and merged.
 * - indexes: Dexie's notation, the primary key `id` left out. Each costs time on every write.
 * - sets: fields whose members are registers (`tags/vip`), so that two devices can add at once.
 * - maps: fields whose entries are registers (`passport/headline`).
 * - counters: fields kept as one register per device and read as their sum.
 * - deviceOnly: fields that never leave the device.
 */
interface TableSpec {
  schema: z.ZodObject;
  indexes: readonly string[];
  sets: readonly string[];
  maps: readonly string[];
  counters: readonly string[];
  deviceOnly: readonly string[];
}

const plain = { sets: [], maps: [], counters: [], deviceOnly: [] } as const;

/** Every synced table, once. A new noun is a file beside this one and a line here. */
export const tables = {
  people: {
    ...plain,
    schema: person,
    indexes: [
      "fullName",
      "publicId",
      "memberUrn",
      "company",
      "employerId",
      "lastInteractionAt",
      "keepInTouchDays",
      "contact.birthday",
      "jobChange.at",
      "*tags",
    ],
    sets: ["tags"],
    maps: ["passport", "sections"],
    deviceOnly: ["contact"],
  },
  companies: {
    ...plain,
    schema: company,
    indexes: ["name", "externalId", "*keys", "*tags"],
    sets: ["keys", "tags"],
    maps: ["passport", "sections"],
  },
  companyContacts: { ...plain, schema: companyContact, indexes: ["employerId", "personId"] },
  merges: {
    ...plain,
    schema: merge,
    indexes: ["goneId", "keptId", "at"],
    sets: ["moved"],
    maps: ["written"],
    deviceOnly: ["writtenHere"],
  },
  jobs: {
    ...plain,
    schema: job,
    indexes: ["externalId", "title", "status", "employerId", "*tags"],
    sets: ["tags"],
    maps: ["passport", "sections"],
  },
  interactions: {
    ...plain,
    schema: interaction,
    indexes: ["[personId+at]", "at", "externalId"],
  },
  messages: {
    ...plain,
    schema: message,
    indexes: ["[personId+createdAt]", "status", "campaignId", "templateId", "externalId", "sentAt"],
  },
  templates: {
    ...plain,
    schema: template,
    indexes: ["name", "kind", "emailType"],
    sets: ["tags"],
    counters: ["timesUsed"],
  },
  opportunities: {
    ...plain,
    schema: opportunity,
    indexes: ["personId", "[status+score]"],
    sets: ["tags"],
    maps: ["actions"],
  },
  profileReviews: {
    ...plain,
    schema: profileReview,
    indexes: ["at"],
    maps: ["checks", "suggestions"],
  },
  campaigns: {
    ...plain,
    schema: campaign,
    indexes: ["name", "status"],
    sets: ["tags"],
    maps: ["steps"],
  },
  enrolments: {
    ...plain,
    schema: enrolment,
    indexes: ["[campaignId+personId]", "personId", "nextDueAt"],
    maps: ["done"],
  },
  automations: {
    ...plain,
    schema: automation,
    indexes: ["status", "nextRunAt"],
    counters: ["totalRuns", "successCount", "failureCount"],
  },
  tasks: {
    ...plain,
    schema: task,
    indexes: ["[status+dueAt]", "personId", "campaignId", "enrolmentId"],
  },
  candidates: {
    ...plain,
    schema: candidate,
    indexes: ["personId", "status", "*tags"],
    sets: ["tags", "mobility"],
  },
  documents: {
    ...plain,
    schema: document,
    indexes: ["candidateId", "personId", "sha256"],
    maps: ["confidence"],
    deviceOnly: ["content"],
  },
  applications: {
    ...plain,
    schema: application,
    indexes: ["[jobId+stage]", "[direction+stage]", "candidateId", "personId", "*tags"],
    sets: ["tags"],
    maps: ["history", "teamNotes", "scorecards"],
  },
  matches: {
    ...plain,
    schema: match,
    indexes: ["[candidateId+jobId]", "[jobId+total]"],
  },
  interviews: { ...plain, schema: interview, indexes: ["applicationId", "startsAt"] },
  placements: {
    ...plain,
    schema: placement,
    indexes: ["candidateId", "jobId", "[employerId+startDate]"],
  },
  alerts: {
    ...plain,
    schema: alert,
    indexes: ["candidateId", "nextRunAt"],
    sets: ["keywords"],
  },
  jobPublications: { ...plain, schema: jobPublication, indexes: ["jobId", "expiresAt"] },
  notifications: {
    ...plain,
    schema: notification,
    indexes: ["createdAt", "readAt", "dedupeKey"],
  },
  metrics: {
    ...plain,
    schema: metric,
    indexes: ["date"],
    maps: ["sources"],
    counters: [
      "connectionsAdded",
      "messagesSent",
      "messagesReceived",
      "repliesReceived",
      "automationActions",
      "opportunitiesDetected",
      "opportunitiesActioned",
      "capturesMade",
      "timeSpent",
    ],
  },
  settings: {
    ...plain,
    schema: settings,
    indexes: [],
    maps: [
      "notifications",
      "privacy",
      "aiModels",
      "starters",
      "signalWeights",
      "keepInTouchTags",
      "sendLimits",
    ],
  },
  onboardingProgress: {
    ...plain,
    schema: onboardingProgress,
    indexes: [],
    sets: ["goals"],
    maps: ["steps", "answers", "arms", "dismissedTips"],
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof tables;
export type RowOf<T extends TableName> = z.infer<(typeof tables)[T]["schema"]>;
