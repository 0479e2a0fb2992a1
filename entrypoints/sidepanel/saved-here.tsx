import { lazy, Suspense, type ReactNode } from "react";
import { i18n } from "#i18n";
import { SavedHeading } from "@/components/capture/page-card";
import { NotesField } from "@/components/contacts/notes-field";
import { TagsField } from "@/components/contacts/tags-field";
import { Badge } from "@/components/ui/badge";
import type { Sections } from "@/lib/capture/capture";
import type { FieldChange } from "@/lib/contacts/changes";
import { positionAt, type RosterTable } from "@/lib/contacts/roster";
import type { Job } from "@/lib/model/job";
import type { Person } from "@/lib/model/person";

const ApplicationCard = lazy(() => import("@/components/job-search/application-card"));
const ChangeList = lazy(() => import("@/components/capture/change-list"));
const SectionHints = lazy(() => import("@/components/capture/section-hints"));

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
      <Reading changes={changes} sections={person.sections} />
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
      <Reading changes={changes} sections={job.sections} />
      {children}
      <Suspense>
        <ApplicationCard jobId={job.id} />
      </Suspense>
      <TagsField table="jobs" id={job.id} tags={job.tags ?? []} />
      <NotesField table="jobs" id={job.id} notes={job.notes ?? ""} />
    </>
  );
}

/** What the last capture changed and what it could not see: most have nothing to say here, and fetch nothing. */
function Reading({
  changes,
  sections,
}: Pick<Common, "changes"> & { sections: Sections | undefined }) {
  const states = Object.values(sections ?? {});
  const isPartial = states.includes("notLoaded") || states.includes("cutOff");
  return (
    <Suspense>
      {changes.length > 0 && <ChangeList changes={changes} />}
      {sections && isPartial && <SectionHints sections={sections} />}
    </Suspense>
  );
}
