import { addressBook } from "./address-book";
import { education, positions } from "./career";
import { connections } from "./connections";
import { endorsementsGiven, endorsementsReceived } from "./endorsements";
import type { ExportFile } from "./export-file";
import { companyFollows } from "./follows";
import { invitations } from "./invitations";
import { jobApplications, savedJobs } from "./jobs";
import { lists, recommendationsGiven, recommendationsReceived } from "./lists";
import { messages } from "./messages";
import { emailAddresses, phoneNumbers } from "./own-contact";
import { profile, profileSummary } from "./profile";

/** Every file of the export that has a noun here. A new one is a file beside this one and a line here. */
export const EXPORT_FILES: readonly ExportFile[] = [
  profile,
  profileSummary,
  positions,
  education,
  ...lists,
  recommendationsReceived,
  recommendationsGiven,
  emailAddresses,
  phoneNumbers,
  connections,
  addressBook,
  invitations,
  endorsementsReceived,
  endorsementsGiven,
  companyFollows,
  jobApplications,
  savedJobs,
  messages,
];

/** `Jobs/Saved Jobs.csv` → `savedjobs`; a second download's " (1)" is no part of the name. */
export function fileKey(path: string): string {
  const name = path.split("/").at(-1) ?? "";
  return name
    .replace(/\.[a-z0-9]+$/i, "")
    .replace(/\s*\(\d+\)$/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
