import { lazy, Suspense, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { positionAt } from "@/lib/contacts/roster";
import { PERSON_FACTS } from "@/lib/contacts/facts";
import type { Person } from "@/lib/model/person";
import { Accomplishments, Certifications } from "./accomplishments";
import { Career, Schooling } from "./career";
import { ContactWays } from "./contact-ways";
import { FactsList } from "./facts-list";
import { LongText } from "./long-text";
import { MissingSections } from "./missing-sections";
import { NotesField } from "./notes-field";
import { PassportLabel } from "./passport-label";
import { RowHeader } from "./row-header";
import { Section } from "./section";
import { TagsField } from "./tags-field";

const RowLinks = lazy(() => import("./row-links"));

/** What was done beside the jobs, in this order. */
const DEEDS = [
  "projects",
  "volunteering",
  "publications",
  "patents",
  "honors",
  "courses",
  "testScores",
  "organizations",
] as const satisfies readonly (keyof Person)[];
/** Lists of a few words each. */
const WORDS = ["services", "causes", "interests"] as const satisfies readonly (keyof Person)[];

/** Everything kept of one person. */
export function PersonView({ person, onErase }: { person: Person; onErase: () => void }) {
  const title = (field: string) => <PassportLabel field={field} entry={person.passport?.[field]} />;
  const skills = skillsOf(person);
  return (
    <article className="grid gap-4" aria-label={person.fullName}>
      <RowHeader
        table="people"
        row={person}
        name={person.fullName}
        lines={[person.headline, positionAt(person.position, person.company), person.location]}
        {...(person.profileUrl && { url: person.profileUrl })}
        badge={<Marks person={person} />}
        onErase={onErase}
      />
      <TagsField key={`tags ${person.id}`} table="people" id={person.id} tags={person.tags ?? []} />
      <NotesField key={person.id} table="people" id={person.id} notes={person.notes ?? ""} />
      {person.contact && (
        <Section title={title("contact")}>
          <ContactWays contact={person.contact} />
        </Section>
      )}
      <Suspense>
        <RowLinks personId={person.id} employerId={person.employerId} />
      </Suspense>
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
      {skills.length > 0 && (
        <Section title={title("skills")}>
          <Words words={skills} {...(person.topSkills && { first: person.topSkills })} />
        </Section>
      )}
      <Lists person={person} title={title} />
      <Section title={i18n.t("person.details")}>
        <FactsList table="people" row={person} specs={PERSON_FACTS} />
      </Section>
    </article>
  );
}

function Marks({ person: { degree, openToWork } }: { person: Person }) {
  return (
    <>
      {degree && <Badge>{i18n.t(`person.degree${degree}`)}</Badge>}
      {openToWork && <Badge tone="moss">{i18n.t("fields.openToWork")}</Badge>}
    </>
  );
}

/** Everything that is told in lists, each only where there is one. */
function Lists({ person, title }: { person: Person; title: (field: string) => ReactNode }) {
  const { certifications = [], languages = [] } = person;
  return (
    <>
      {certifications.length > 0 && (
        <Section title={title("certifications")}>
          <Certifications items={certifications} />
        </Section>
      )}
      {DEEDS.map((field) => {
        const items = person[field];
        return items && items.length > 0 ? (
          <Section key={field} title={title(field)}>
            <Accomplishments items={items} />
          </Section>
        ) : null;
      })}
      {languages.length > 0 && (
        <Section title={title("languages")}>
          <ul className="grid gap-1 text-sm">
            {languages.map(({ name, level }) => (
              <li key={name}>
                {name}
                {level !== undefined && <span className="text-ink-faint"> · {level}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {WORDS.map((field) => {
        const words = person[field];
        return words && words.length > 0 ? (
          <Section key={field} title={title(field)}>
            <Words words={words} />
          </Section>
        ) : null;
      })}
    </>
  );
}

function Words({ words, first }: { words: readonly string[]; first?: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {words.map((word) => (
        <li key={word}>
          <Badge {...(first?.includes(word) && { tone: "plum" as const })}>{word}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** The skills put first lead, marked; they may be all that a page shows of them. */
function skillsOf({ skills = [], topSkills = [] }: Person): string[] {
  return [...new Set([...topSkills, ...skills.map(({ name }) => name)])];
}
