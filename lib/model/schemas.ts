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
import type { TableName } from "./tables";

/** What a row of each table is. Apart from `tables.ts`, so that a screen that only reads loads neither these nor zod. */
export const schemas = {
  people: person,
  companies: company,
  companyContacts: companyContact,
  merges: merge,
  jobs: job,
  interactions: interaction,
  messages: message,
  templates: template,
  opportunities: opportunity,
  profileReviews: profileReview,
  campaigns: campaign,
  enrolments: enrolment,
  automations: automation,
  tasks: task,
  candidates: candidate,
  documents: document,
  applications: application,
  matches: match,
  interviews: interview,
  placements: placement,
  alerts: alert,
  jobPublications: jobPublication,
  notifications: notification,
  metrics: metric,
  settings,
  onboardingProgress,
} satisfies Record<TableName, z.ZodObject>;

export type RowOf<T extends TableName> = z.infer<(typeof schemas)[T]>;
