import { i18n } from "#i18n";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { numberText } from "@/components/ui/locale";
import { Moment } from "@/components/ui/moment";
import { since, type Applied } from "@/lib/job-search/store";
import { stageWord } from "./act";
import { useOwnApplications } from "./queries";
import { StageSelect } from "./stage-select";

/** Every application of one's own, by where it stands. */
export default function ApplicationList({ onJob }: { onJob: (id: string) => void }) {
  const groups = useOwnApplications();
  if (!groups) return null;
  if (groups.length === 0)
    return (
      <EmptyState className="py-16" drawing={<LookingGlass />} title={i18n.t("jobSearch.none")}>
        {i18n.t("jobSearch.noneHow")}
      </EmptyState>
    );
  return (
    <div className="mx-auto grid max-w-200 grid-cols-1 gap-6 p-4">
      {groups.map(({ stage, applied }) => (
        <section key={stage} aria-label={stageWord(stage)} className="grid grid-cols-1 gap-1">
          <h3 className="eyebrow flex items-baseline gap-2">
            {stageWord(stage)}
            <span className="text-ink-faint tabular-nums">{numberText(applied.length)}</span>
          </h3>
          <ul className="grid grid-cols-1 divide-y rounded-lg border bg-surface">
            {applied.map((one) => (
              <Row key={one.application.id} {...one} onJob={onJob} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ application, job, onJob }: Applied & { onJob: (id: string) => void }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <button
        type="button"
        className="min-w-0 flex-1 basis-48 rounded-sm text-left hover:underline"
        onClick={() => onJob(job.id)}
      >
        <span className="block truncate text-sm font-medium">{job.title}</span>
        <span className="block truncate text-xs text-ink-soft">{job.companyName}</span>
      </button>
      <span className="text-xs text-ink-faint">
        <Moment at={since(application)} />
      </span>
      <StageSelect application={application} />
    </li>
  );
}
