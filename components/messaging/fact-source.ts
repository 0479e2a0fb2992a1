import { i18n } from "#i18n";
import { fullMoment } from "@/components/ui/moment";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { Fact, Facts } from "@/lib/messaging/variables/variable";

/** Where a fact stands: whose row, which field, and how it came there. */
export function sourceOf(fact: Fact, facts: Facts): string[] {
  const row = rowOf(fact, facts);
  return [`${placeOf(fact, facts)} · ${fieldWord(fact)}`, ...originOf(fact, row)];
}

function placeOf({ table, id }: Fact, facts: Facts): string {
  if (table === "people")
    return id === facts.self?.id ? i18n.t("messaging.places.you") : facts.person.fullName;
  if (table === "jobs") return facts.job?.title ?? i18n.t("messaging.places.job");
  if (table === "companies") return facts.company?.name ?? i18n.t("messaging.places.company");
  if (table === "interviews") return i18n.t("messaging.places.interview");
  if (table === "candidates") return i18n.t("messaging.places.candidate");
  if (table === "messages") return i18n.t("messaging.places.lastMessage");
  return i18n.t("messaging.places.lastContact");
}

function fieldWord({ field }: Fact): string {
  if (field === "subject") return i18n.t("messaging.subject");
  if (field === "at" || field === "sentAt" || field === "startsAt")
    return i18n.t("messaging.places.date");
  if (field === "name") return fieldLabel("fullName");
  return fieldLabel(field);
}

type Row = { passport?: Facts["person"]["passport"]; updatedAt?: string | undefined };

function originOf({ field }: Fact, row: Row | undefined): string[] {
  const entry = row?.passport?.[field];
  if (!entry)
    return row?.updatedAt ? [i18n.t("messaging.places.noted", [fullMoment(row.updatedAt)])] : [];
  return [
    `${i18n.t(`passport.${entry.source}`)}, ${fullMoment(entry.at)}`,
    ...(entry.visibility ? [i18n.t(`passport.${entry.visibility}`)] : []),
  ];
}

function rowOf({ table, id }: Fact, facts: Facts): Row | undefined {
  const { person, self, job, company, interview, candidate, lastInteraction, lastMessage } = facts;
  if (table === "people") return id === self?.id ? self : person;
  if (table === "jobs") return job;
  if (table === "companies") return company;
  if (table === "interviews") return interview;
  if (table === "candidates") return candidate;
  return table === "messages" ? lastMessage : lastInteraction;
}
