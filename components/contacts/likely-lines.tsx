import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { likelyOf, type Likely } from "@/lib/contacts/store/likely";
import { keepApart } from "./merge-write";
import { likelihoodText, REASONS } from "./merge-words";

const MergeDialog = lazy(() => import("./merge-dialog"));

/** On a person: who in the notebook may be the same one, and why. */
export function LikelyLines({ id }: { id: string }) {
  const [looked, setLooked] = useState<Likely>();
  const { data = [] } = useQuery({ queryKey: ["_likely", id], queryFn: () => likelyOf(id) });
  return (
    <>
      {data.map((pair) => {
        const other = pair.people.find((one) => one.id !== id) ?? pair.people[0];
        return (
          <aside
            key={pair.id}
            className="grid gap-1.5 rounded-md border border-saffron/40 bg-saffron-soft px-3 py-2 text-sm"
          >
            <p className="flex items-start gap-2">
              <UsersRound aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-saffron" />
              <span>
                {i18n.t("merge.mayBe", [other.fullName])}{" "}
                <span className="text-ink-soft">
                  {REASONS[pair.why]()} {likelihoodText(pair.likelihood)}
                </span>
              </span>
            </p>
            <div className="flex flex-wrap gap-2 pl-6">
              <Button size="sm" onClick={() => setLooked(pair)}>
                {i18n.t("merge.compare")}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                onClick={() => void keepApart({ tbl: "people", ids: pair.ids })}
              >
                {i18n.t("merge.notSame")}
              </Button>
            </div>
          </aside>
        );
      })}
      <Suspense>
        {looked && (
          <MergeDialog
            pair={{ tbl: "people", ids: looked.ids, because: looked.why }}
            onClose={() => setLooked(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
