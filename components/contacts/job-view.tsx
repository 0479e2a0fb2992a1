import { lazy, Suspense, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { JOB_FACTS } from "@/lib/contacts/facts";
import type { Job } from "@/lib/model/job";
import { FactsList } from "./facts-list";
import { LongText } from "./long-text";
import { MissingSections } from "./missing-sections";
import { NotesField } from "./notes-field";
import { PassportLabel } from "./passport-label";
import { RowHeader } from "./row-header";
import { Section } from "./section";
import { TagsField } from "./tags-field";

const RowLinks = lazy(() => import("./row-links"));

/** Everything kept of one job. */
export function JobView({
  job,
  onErase,
  children,
}: {
  job: Job;
  onErase: () => void;
  children: ReactNode;
}) {
  const title = (field: string) => <PassportLabel field={field} entry={job.passport?.[field]} />;
  return (
    <article className="grid gap-4" aria-label={job.title}>
      <RowHeader
        table="jobs"
        row={job}
        name={job.title}
        lines={[
          job.companyName,
          [job.location, job.workplace].filter(Boolean).join(" · ") || undefined,
        ]}
        {...(job.url && { url: job.url })}
        onErase={onErase}
      />
      {children}
      <TagsField key={`tags ${job.id}`} table="jobs" id={job.id} tags={job.tags ?? []} />
      <NotesField key={job.id} table="jobs" id={job.id} notes={job.notes ?? ""} />
      <Suspense>
        <RowLinks employerId={job.employerId} />
      </Suspense>
      <MissingSections sections={job.sections} />
      {job.salary?.text !== undefined && (
        <Section title={title("salary")}>
          <p className="text-sm">{job.salary.text}</p>
        </Section>
      )}
      {job.description !== undefined && (
        <Section title={title("description")}>
          <LongText text={job.description} lines={8} />
        </Section>
      )}
      {job.skills && job.skills.length > 0 && (
        <Section title={title("skills")}>
          <ul className="flex flex-wrap gap-1">
            {job.skills.map((skill) => (
              <li key={skill.name}>
                <Badge>{skill.name}</Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={i18n.t("person.details")}>
        <FactsList table="jobs" row={job} specs={JOB_FACTS} />
      </Section>
    </article>
  );
}
