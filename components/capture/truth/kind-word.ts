import { i18n } from "#i18n";
import type { Structure } from "@/lib/capture/taught/taught";

const WORDS: Record<Structure["kind"], () => string> = {
  profile: () => i18n.t("teach.profiles"),
  job: () => i18n.t("teach.jobs"),
  company: () => i18n.t("teach.companies"),
  connections: () => i18n.t("rows.here.connections"),
  "people-search": () => i18n.t("rows.here.peopleSearch"),
  "company-people": () => i18n.t("rows.here.companyPeople"),
  invitations: () => i18n.t("rows.here.invitations"),
  "job-search": () => i18n.t("rows.here.jobSearch"),
};

/** The kind of page a lesson holds for. */
export const kindWord = (kind: Structure["kind"]): string => WORDS[kind]();

/** `connections`, `invitations-sent`: the list that a page is kept of. */
export function listWord(id: string): string {
  const kind = id.replace(/^(invitations)-.*/, "$1");
  return Object.hasOwn(WORDS, kind) ? kindWord(kind as Structure["kind"]) : id;
}
