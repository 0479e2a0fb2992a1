import { i18n } from "#i18n";

/** What each file of LinkedIn's export is, in a word; the id is lib/import's. */
const NAMES: Record<string, () => string> = {
  addressBook: () => i18n.t("import.fields.addressBook"),
  certifications: () => i18n.t("import.fields.certifications"),
  companyFollows: () => i18n.t("import.fields.companyFollows"),
  connections: () => i18n.t("import.fields.connections"),
  courses: () => i18n.t("import.fields.courses"),
  education: () => i18n.t("import.fields.education"),
  emailAddresses: () => i18n.t("import.fields.emailAddresses"),
  "endorsements.given": () => i18n.t("import.fields.endorsementsGiven"),
  "endorsements.received": () => i18n.t("import.fields.endorsementsReceived"),
  honors: () => i18n.t("import.fields.honors"),
  invitations: () => i18n.t("import.fields.invitations"),
  jobApplications: () => i18n.t("import.fields.jobApplications"),
  languages: () => i18n.t("import.fields.languages"),
  messages: () => i18n.t("import.fields.messages"),
  organizations: () => i18n.t("import.fields.organizations"),
  patents: () => i18n.t("import.fields.patents"),
  phoneNumbers: () => i18n.t("import.fields.phoneNumbers"),
  positions: () => i18n.t("import.fields.positions"),
  profile: () => i18n.t("import.fields.profile"),
  profileSummary: () => i18n.t("import.fields.profileSummary"),
  projects: () => i18n.t("import.fields.projects"),
  publications: () => i18n.t("import.fields.publications"),
  "recommendations.given": () => i18n.t("import.fields.recommendationsGiven"),
  "recommendations.received": () => i18n.t("import.fields.recommendationsReceived"),
  savedJobs: () => i18n.t("import.fields.savedJobs"),
  skills: () => i18n.t("import.fields.skills"),
  testScores: () => i18n.t("import.fields.testScores"),
  volunteering: () => i18n.t("import.fields.volunteering"),
};

export function exportFileText(id: string): string {
  return NAMES[id]?.() ?? id;
}
