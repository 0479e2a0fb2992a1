import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { ChangeList } from "@/components/capture/change-list";
import { SavedHeading } from "@/components/capture/page-card";
import { SectionHints } from "@/components/capture/section-hints";
import { NotesField } from "@/components/contacts/notes-field";
import { TagsField } from "@/components/contacts/tags-field";
import { Badge } from "@/components/ui/badge";
import type { FieldChange } from "@/lib/contacts/changes";
import { positionAt, type RosterTable } from "@/lib/contacts/roster";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";

type Common = {
  changes: readonly FieldChange[];
  onOpen: (table: RosterTable, id: string) => void;
  /** The refusal and the capture button. */
  children: ReactNode;
};

export function SavedPerson({
  person,
  changes,

  onOpen,
  children,
}: Common & { person: Person }) {
  return (
    <>
      <SavedHeading
        name={person.fullName}
        lines={[person.headline, positionAt(person.position, person.company), person.location]}
        savedAt={person.createdAt}
        readAt={person.capturedAt}
        shape="round"
        badge={person.degree && <Badge>{i18n.t(`person.degree${person.degree}`)}</Badge>}
        onOpen={() => onOpen("people", person.id)}
      />
      <ChangeList changes={changes} />
      <SectionHints sections={person.sections ?? {}} />
      {children}
      <TagsField table="people" id={person.id} tags={person.tags ?? []} />
      <NotesField table="people" id={person.id} notes={person.notes ?? ""} />
    </>
  );
}

export function SavedJob({ job, changes, onOpen, children }: Common & { job: Job }) {
  return (
    <>
      <SavedHeading
        name={job.title}
        lines={[
          job.companyName,
          [job.location, job.workplace].filter(Boolean).join(" · "),
          job.salary?.text,
        ]}
        savedAt={job.createdAt}
        readAt={job.capturedAt}
        shape="square"
        onOpen={() => onOpen("jobs", job.id)}
      />
      <ChangeList changes={changes} />
      <SectionHints sections={job.sections ?? {}} />
      {children}
      <TagsField table="jobs" id={job.id} tags={job.tags ?? []} />
      <NotesField table="jobs" id={job.id} notes={job.notes ?? ""} />
    </>
  );
}
