import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import { numberText } from "@/components/ui/locale";
import { positionAt } from "@/lib/contacts/roster";
import type { JobChange } from "@/lib/import/job-changes";
import type { LostConnection } from "@/lib/import/lost-connections";

const SHOWN = 50;

/** What a second export shows that the first could not: who changed jobs, who came, who went. */
export function PlanNews({
  jobChanges,
  newConnections,
  lost,
  isOther,
  isFirst,
}: {
  jobChanges: readonly JobChange[];
  newConnections: number;
  lost: readonly LostConnection[];
  isOther: boolean;
  isFirst: boolean;
}) {
  if (isOther) return <Notice tone="saffron">{i18n.t("import.otherAccount")}</Notice>;
  const hasNews = jobChanges.length > 0 || lost.length > 0 || (newConnections > 0 && !isFirst);
  if (!hasNews) return null;
  return (
    <section aria-labelledby="import-news" className="grid gap-1 text-sm">
      <h3 id="import-news" className="eyebrow">
        {i18n.t("import.news")}
      </h3>
      {jobChanges.length > 0 && (
        <details>
          <summary>
            {i18n.t("import.jobChanges", jobChanges.length, [numberText(jobChanges.length)])}
          </summary>
          <ul className="grid gap-0.5 py-1 pl-4">
            {jobChanges.slice(0, SHOWN).map(({ personId, label, before, after }) => (
              <li key={personId} className="min-w-0">
                <span className="font-medium">{label}</span>{" "}
                <span className="text-ink-soft">{jobText(before, after)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {newConnections > 0 && !isFirst && (
        <p>{i18n.t("import.newConnections", newConnections, [numberText(newConnections)])}</p>
      )}
      {lost.length > 0 && (
        <details>
          <summary>{i18n.t("import.lost", lost.length, [numberText(lost.length)])}</summary>
          <p className="py-1 pl-4 text-ink-soft">
            {lost
              .slice(0, SHOWN)
              .map(({ label }) => label)
              .join(", ")}
          </p>
        </details>
      )}
    </section>
  );
}

type Post = JobChange["before"];

function jobText(before: Post, after: Post): string {
  const was = positionAt(before.position, before.company);
  return i18n.t("import.jobFrom", [was, positionAt(after.position, after.company)]);
}
