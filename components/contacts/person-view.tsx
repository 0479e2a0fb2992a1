import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { positionAt } from "@/lib/contacts/roster";
import { PERSON_FACTS } from "@/lib/contacts/facts";
import { labelOf } from "@/lib/contacts/changes";
import type { Person } from "@/lib/model/person";
import { Career, Schooling } from "./career";
import { FactsList } from "./facts-list";
import { LongText } from "./long-text";
import { MissingSections } from "./missing-sections";
import { NotesField } from "./notes-field";
import { PassportLabel } from "./passport-label";
import { RowHeader } from "./row-header";
import { Section } from "./section";
import { TagsField } from "./tags-field";

/** Lists that are told in a line each, in this order. */
const LISTS = [
  "languages",
  "certifications",
  "volunteering",
  "projects",
  "publications",
  "honors",
  "courses",
  "organizations",
  "interests",
] as const satisfies readonly (keyof Person)[];

/** Everything kept of one person. */
export function PersonView({ person, onErase }: { person: Person; onErase: () => void }) {
  const title = (field: string) => <PassportLabel field={field} entry={person.passport?.[field]} />;
  return (
    <article className="grid gap-4" aria-label={person.fullName}>
      <RowHeader
        table="people"
        row={person}
        name={person.fullName}
        lines={[person.headline, positionAt(person.position, person.company), person.location]}
        {...(person.profileUrl && { url: person.profileUrl })}
        badge={person.degree && <Badge>{i18n.t(`person.degree${person.degree}`)}</Badge>}
        onErase={onErase}
      />
      <TagsField key={`tags ${person.id}`} table="people" id={person.id} tags={person.tags ?? []} />
      <NotesField key={person.id} table="people" id={person.id} notes={person.notes ?? ""} />
      <MissingSections sections={person.sections} />
      {person.about !== undefined && (
        <Section title={title("about")}>
          <LongText text={person.about} />
        </Section>
      )}
      {person.experience && person.experience.length > 0 && (
        <Section title={title("experience")}>
          <Career experience={person.experience} />
        </Section>
      )}
      {person.education && person.education.length > 0 && (
        <Section title={title("education")}>
          <Schooling education={person.education} />
        </Section>
      )}
      {person.skills && person.skills.length > 0 && (
        <Section title={title("skills")}>
          <ul className="flex flex-wrap gap-1">
            {person.skills.map((skill) => (
              <li key={skill.name}>
                <Badge>{skill.name}</Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {LISTS.map((field) => {
        const items = person[field];
        if (!items || items.length === 0) return null;
        return (
          <Section key={field} title={title(field)}>
            <ul className="grid gap-1 text-sm">
              {items.map((item) => (
                <li key={lineOf(item)}>{lineOf(item)}</li>
              ))}
            </ul>
          </Section>
        );
      })}
      <Section title={i18n.t("person.details")}>
        <FactsList table="people" row={person} specs={PERSON_FACTS} />
      </Section>
    </article>
  );
}

function lineOf(item: string | Record<string, unknown>): string {
  if (typeof item === "string") return item;
  return [labelOf(item), labelOf(item["level"]) || labelOf(item["issuer"])]
    .filter(Boolean)
    .join(" · ");
}
