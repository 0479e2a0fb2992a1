import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import type { RosterTable } from "@/lib/contacts/roster";
import { eraseRow } from "@/lib/contacts/store";
import { JobView } from "./job-view";
import { PersonView } from "./person-view";
import { useJob, usePerson } from "./queries";
import { write } from "./write";

/** A person or a job with everything kept of it, wherever a screen has the room. Give it a `key` per row. */
export function RowDetail({
  table,
  id,
  onErased,
  children,
}: {
  table: RosterTable;
  id: string;
  onErased: () => void;
  /** What else there is to say of a job, under its name. */
  children?: ReactNode;
}) {
  if (table === "people") return <PersonDetail id={id} onErased={onErased} />;
  return (
    <JobDetail id={id} onErased={onErased}>
      {children}
    </JobDetail>
  );
}

type DetailProps = { id: string; onErased: () => void };

function PersonDetail({ id, onErased }: DetailProps) {
  const { data: person } = usePerson(id);
  if (person === undefined) return null;
  if (person === null) return <Gone />;
  return (
    <PersonView
      person={person}
      onErase={() => void erase("people", id, person.fullName, onErased)}
    />
  );
}

function JobDetail({ id, onErased, children }: DetailProps & { children: ReactNode }) {
  const { data: job } = useJob(id);
  if (job === undefined) return null;
  if (job === null) return <Gone />;
  return (
    <JobView job={job} onErase={() => void erase("jobs", id, job.title, onErased)}>
      {children}
    </JobView>
  );
}

function Gone() {
  return <EmptyState drawing={<LookingGlass />} title={i18n.t("person.gone")} />;
}

async function erase(
  table: RosterTable,
  id: string,
  name: string,
  onErased: () => void,
): Promise<void> {
  const told = i18n.t("person.erased", [name]);
  if (await write(() => eraseRow(table, id), { kind: "erase", told })) onErased();
}
