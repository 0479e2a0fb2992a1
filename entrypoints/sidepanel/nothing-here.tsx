import { i18n } from "#i18n";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import type { Entry, RosterTable } from "@/lib/contacts/roster";

/** Why the list is empty: nobody kept yet, or nobody found. */
export default function NothingHere({
  table,
  entries,
  onClear,
}: {
  table: RosterTable;
  entries: readonly Entry[];
  onClear: () => void;
}) {
  if (entries.length === 0)
    return (
      <EmptyState
        drawing={<LookingGlass />}
        title={i18n.t(table === "people" ? "list.noPeople" : "list.noJobs")}
      >
        {i18n.t(table === "people" ? "list.noPeopleHow" : "list.noJobsHow")}
      </EmptyState>
    );
  return (
    <EmptyState
      drawing={<LookingGlass />}
      title={i18n.t("list.noMatch")}
      action={
        <button
          type="button"
          onClick={onClear}
          className="rounded-sm text-sm font-medium text-plum hover:underline"
        >
          {i18n.t("list.clear")}
        </button>
      }
    />
  );
}
