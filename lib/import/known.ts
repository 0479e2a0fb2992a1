import { fold } from "@/lib/contacts/fold";
import type { Person } from "@/lib/model/person";
import type { KnownPerson, Row } from "./notebook";

/** What an import asks of a person's row. */
export function knownPerson(row: Row): KnownPerson {
  const person = row as unknown as Person;
  const { company, publicId, memberUrn, status, connectedAt } = person;
  const emails = [person.email, ...(person.contact?.emails ?? [])];
  const isByExport = person.degree === 1 && person.passport?.connectedAt?.source === "export";
  return {
    id: person.id,
    fullName: person.fullName,
    ...(company && { company }),
    ...(publicId && { publicId }),
    ...(memberUrn && { memberUrn }),
    emails: emails.filter((one): one is string => Boolean(one)),
    ...(person.isSelf && { isSelf: true }),
    ...(status && { status }),
    ...(isByExport && connectedAt && { connectedByExport: connectedAt }),
  };
}

/** What tells a job apart: the surest first. */
export function keysOfJob(row: Row): string[] {
  const text = (field: string) => (typeof row[field] === "string" ? row[field] : "");
  const byTitle = fold(`${text("title")} ${text("companyName")}`);
  return text("externalId") ? [text("externalId"), byTitle] : [byTitle];
}
