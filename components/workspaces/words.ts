import { i18n } from "#i18n";
import { fieldLabel } from "@/lib/contacts/field-label";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import type { Role } from "@/lib/model/role";
import type { TableName } from "@/lib/model/tables";
import type { KnownTeam } from "@/lib/workspaces/registry";

export function roleWord(role: Role): string {
  return i18n.t(`teams.roles.${role}`);
}

export function roleOptions(): { value: Role; label: string }[] {
  return (["owner", "recruiter", "hiringManager", "viewer"] as const).map((value) => ({
    value,
    label: roleWord(value),
  }));
}

export function roleIn(value: string): Role {
  return roleOptions().find((option) => option.value === value)?.value ?? "viewer";
}

export function workspaceName(database: string, teams: readonly KnownTeam[]): string {
  if (database === PERSONAL) return i18n.t("teams.mine");
  return teams.find((team) => team.database === database)?.name ?? i18n.t("teams.mine");
}

/** What may go along or be left, and so has words. */
const COUNTED = [
  "people",
  "jobs",
  "interactions",
  "messages",
  "opportunities",
  "tasks",
  "candidates",
  "documents",
  "applications",
  "interviews",
  "placements",
  "alerts",
  "jobPublications",
  "enrolments",
  "companyContacts",
  "matches",
] as const;

/** "3 interactions", as the preview of a move says it. */
export function countWord(table: TableName, count: number): string {
  const counted = COUNTED.find((name) => name === table);
  return counted ? i18n.t(`move.tables.${counted}`, count) : `${count} ${table}`;
}

export function deviceFieldWord(field: string): string {
  return field === "content" ? i18n.t("move.file") : fieldLabel(field);
}
