import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import { positionAt } from "@/lib/contacts/roster";
import { readLikely, type Likely } from "@/lib/contacts/store/likely";
import { recentMerges } from "@/lib/contacts/store/merges";
import type { Person } from "@/lib/model/person";
import { DeskLink } from "./desk-link";
import { keepApart, undoPair } from "./merge-write";
import { likelihoodText, REASONS } from "./merge-words";

const MergeDialog = lazy(() => import("./merge-dialog"));
const SHOWN = 50;

/** Who may be twice in the notebook, and what was made one lately. */
export default function MergePlace() {
  const [looked, setLooked] = useState<Likely>();
  const [most, setMost] = useState(SHOWN);
  const likely = useQuery({ queryKey: ["_likely", "all"], queryFn: () => readLikely() });
  const pairs = likely.data ?? [];
  return (
    <div className="mx-auto grid max-w-200 gap-6 px-4 py-4">
      {likely.data && pairs.length === 0 && (
        <EmptyState drawing={<OpenNotebook />} title={i18n.t("merge.none")}>
          {i18n.t("merge.noneHow")}
        </EmptyState>
      )}
      {pairs.length > 0 && (
        <section aria-labelledby="likely" className="grid gap-2">
          <h3 id="likely" className="text-sm font-medium">
            {i18n.t("merge.count", pairs.length, [pairs.length])}
          </h3>
          <p className="text-sm text-ink-soft">{i18n.t("merge.intro")}</p>
          <ul className="divide-y rounded-md border bg-surface">
            {pairs.slice(0, most).map((pair) => (
              <li key={pair.id} className="grid gap-2 px-3 py-2.5">
                <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
                  {pair.people.map((person) => (
                    <Who key={person.id} person={person} />
                  ))}
                </div>
                <div className="flex flex-wrap items-center gap-2">
                  <p className="min-w-40 flex-1 text-sm text-ink-soft">
                    {REASONS[pair.why]()} {likelihoodText(pair.likelihood)}
                  </p>
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() => void keepApart({ tbl: "people", ids: pair.ids })}
                  >
                    {i18n.t("merge.notSame")}
                  </Button>
                  <Button size="sm" onClick={() => setLooked(pair)}>
                    {i18n.t("merge.compare")}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {pairs.length > most && (
            <Button className="justify-self-center" onClick={() => setMost(most + SHOWN)}>
              {i18n.t("merge.showMore")}
            </Button>
          )}
        </section>
      )}
      <MergedLately />
      <Suspense>
        {looked && (
          <MergeDialog
            pair={{ tbl: "people", ids: looked.ids, because: looked.why }}
            onClose={() => setLooked(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}

function Who({ person }: { person: Person }) {
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <Monogram name={person.fullName} />
      <div className="grid min-w-0">
        <DeskLink
          to={`people/${person.id}`}
          className="truncate text-sm font-medium text-ink decoration-transparent"
        >
          {person.fullName}
        </DeskLink>
        <span className="truncate text-xs text-ink-faint">
          {positionAt(person.position, person.company) || person.headline}
        </span>
      </div>
    </div>
  );
}

function MergedLately() {
  const { data = [] } = useQuery({ queryKey: ["merges", "recent"], queryFn: () => recentMerges() });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="merged" className="grid gap-2">
      <h3 id="merged" className="text-sm font-medium">
        {i18n.t("merge.lately")}
      </h3>
      <p className="text-sm text-ink-soft">{i18n.t("merge.latelyHow")}</p>
      <ul className="divide-y rounded-md border bg-surface">
        {data.slice(0, SHOWN).map(({ id, tbl, keptId, keptName, goneName, because, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
            <span className="min-w-0 flex-1 basis-48">
              <DeskLink
                to={`${tbl}/${keptId}`}
                className="font-medium text-ink decoration-transparent"
              >
                {keptName}
              </DeskLink>
              {goneName !== keptName && <span className="text-ink-soft"> ← {goneName}</span>}
              <span className="block text-xs text-ink-faint">
                {because && `${REASONS[because]()} `}
                <Moment at={at} />
              </span>
            </span>
            <Button size="sm" onClick={() => void undoPair(id)}>
              {i18n.t("common.undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
