/**
 * How a noun is stored and merged.
 * - indexes: Dexie's notation, the primary key `id` left out. Each costs time on every write: none stands here that
 *   no query asks for.
 * - sets: fields whose members are registers (`tags/vip`), so that two devices can add at once.
 * - maps: fields whose entries are registers (`passport/headline`).
 * - counters: fields kept as one register per device and read as their sum.
 * - deviceOnly: fields that never leave the device.
 */
interface TableSpec {
  indexes: readonly string[];
  sets: readonly string[];
  maps: readonly string[];
  counters: readonly string[];
  deviceOnly: readonly string[];
}

const plain = { sets: [], maps: [], counters: [], deviceOnly: [] } as const;

/**
 * Every synced table, once. A new noun is a file beside this one and a line here; `schemas.ts` then does not compile
 * until it has the noun's schema. What is here a screen needs to read; the schemas, only who checks a value.
 */
export const tables = {
  people: {
    ...plain,
    indexes: [
      "publicId",
      "memberUrn",
      "employerId",
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
    indexes: ["*keys"],
    sets: ["keys", "tags"],
    maps: ["passport", "sections"],
  },
  companyContacts: { ...plain, indexes: ["employerId", "personId"] },
  merges: {
    ...plain,
    indexes: ["goneId", "keptId", "at"],
    sets: ["moved"],
    maps: ["written"],
    deviceOnly: ["writtenHere"],
  },
  jobs: {
    ...plain,
    indexes: ["externalId", "employerId", "*tags"],
    sets: ["tags"],
    maps: ["passport", "sections"],
  },
  interactions: {
    ...plain,
    indexes: ["[personId+at]", "at", "externalId"],
  },
  messages: {
    ...plain,
    indexes: ["[personId+createdAt]", "status", "campaignId", "templateId", "sentAt"],
  },
  templates: {
    ...plain,
    indexes: ["name", "kind", "emailType"],
    sets: ["tags"],
  },
  opportunities: {
    ...plain,
    indexes: ["personId", "[status+score]"],
    sets: ["tags"],
    maps: ["actions"],
  },
  profileReviews: {
    ...plain,
    indexes: ["at"],
    maps: ["checks", "suggestions"],
  },
  campaigns: {
    ...plain,
    indexes: ["name", "status"],
    sets: ["tags"],
    maps: ["steps"],
  },
  enrolments: {
    ...plain,
    indexes: ["[campaignId+personId]", "personId", "nextDueAt"],
    maps: ["done"],
  },
  automations: {
    ...plain,
    indexes: ["status", "nextRunAt"],
    counters: ["totalRuns", "successCount", "failureCount"],
  },
  tasks: {
    ...plain,
    indexes: ["[status+dueAt]", "personId", "campaignId", "enrolmentId"],
  },
  candidates: {
    ...plain,
    indexes: ["personId", "status", "*tags"],
    sets: ["tags", "mobility"],
  },
  documents: {
    ...plain,
    indexes: ["candidateId", "personId", "sha256"],
    maps: ["confidence"],
    deviceOnly: ["content"],
  },
  applications: {
    ...plain,
    indexes: ["[jobId+stage]", "[direction+stage]", "candidateId", "personId", "*tags"],
    sets: ["tags"],
    maps: ["history", "teamNotes", "scorecards"],
  },
  matches: {
    ...plain,
    indexes: ["[candidateId+jobId]", "[jobId+total]"],
  },
  interviews: { ...plain, indexes: ["applicationId", "startsAt"] },
  placements: {
    ...plain,
    indexes: ["candidateId", "jobId", "[employerId+startDate]"],
  },
  alerts: {
    ...plain,
    indexes: ["candidateId", "nextRunAt"],
    sets: ["keywords"],
  },
  jobPublications: { ...plain, indexes: ["jobId", "expiresAt"] },
  notifications: {
    ...plain,
    indexes: ["createdAt", "readAt", "dedupeKey"],
  },
  metrics: {
    ...plain,
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
    indexes: [],
    sets: ["goals"],
    maps: ["steps", "answers", "arms", "dismissedTips"],
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof tables;
