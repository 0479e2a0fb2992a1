import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { i18n } from "#i18n";
import { JobView } from "@/components/contacts/job-view";
import { PersonView } from "@/components/contacts/person-view";
import { useJob, usePerson } from "@/components/contacts/queries";
import { write } from "@/components/contacts/write";
import { Button } from "@/components/ui/button";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import type { RosterTable } from "@/lib/contacts/roster";
import { eraseRow } from "@/lib/contacts/store";

/** One person or job, with everything kept of it. */
export function RowScreen({
  table,
  id,
  onBack,
}: {
  table: RosterTable;
  id: string;
  onBack: () => void;
}) {
  useEffect(() => {
    scrollTo(0, 0);
  }, []);
  return (
    <div className="grid gap-3 p-3">
      <Button
        autoFocus
        variant="ghost"
        size="sm"
        className="-ml-1 justify-self-start"
        onClick={onBack}
      >
        <ArrowLeft aria-hidden="true" />
        {i18n.t("common.back")}
      </Button>
      {table === "people" ? (
        <PersonScreen id={id} onBack={onBack} />
      ) : (
        <JobScreen id={id} onBack={onBack} />
      )}
    </div>
  );
}

type Props = { id: string; onBack: () => void };

function PersonScreen({ id, onBack }: Props) {
  const { data: person } = usePerson(id);
  if (person === undefined) return null;
  if (person === null) return <Gone />;
  return (
    <PersonView
      person={person}

      onErase={() => void erase("people", id, person.fullName, onBack)}
    />
  );
}

function JobScreen({ id, onBack }: Props) {
  const { data: job } = useJob(id);
  if (job === undefined) return null;
  if (job === null) return <Gone />;
  return <JobView job={job} onErase={() => void erase("jobs", id, job.title, onBack)} />;
}

function Gone() {
  return <EmptyState drawing={<LookingGlass />} title={i18n.t("person.gone")} />;
}

async function erase(
  table: RosterTable,
  id: string,
  name: string,
  onBack: () => void,
): Promise<void> {
  const told = i18n.t("person.erased", [name]);
  if (await write(() => eraseRow(table, id), { kind: "erase", told })) onBack();
}
