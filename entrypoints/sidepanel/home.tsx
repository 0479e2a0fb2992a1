import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState, type RefObject } from "react";
import { i18n } from "#i18n";
import type { ListKeys } from "@/components/contacts/entry-list";
import { useEntries } from "@/components/contacts/queries";
import { buttonLook } from "@/components/ui/button";
import { lazyLater } from "@/components/ui/lazy-later";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { isSamePage } from "@/lib/capture/url";
import type { TruthTable } from "@/lib/capture/store/screen";
import type { RosterTable } from "@/lib/contacts/roster";
import { Browse } from "./browse";
import { openPage } from "./open-page";
import { PageHere } from "./page-here";
import type { usePage } from "./use-page";

const SyncNotice = lazyLater(() => import("@/components/account/sync-notice"));
const SiteAccess = lazyLater(() => import("@/components/capture/site-access"));
const Welcome = lazy(() => import("@/components/capture/welcome"));

const LINKEDIN = "https://www.linkedin.com/";

/** What the panel shows when nothing takes its place: the page beside it, and everyone kept. */
export function Home({
  page,
  outcome,
  captureKeys,
  currentId,
  list,
  onOpen,
  onWrite,
  onTruth,
}: {
  page: ReturnType<typeof usePage>;
  outcome: CaptureOutcome | undefined;
  captureKeys: string;
  currentId: string | undefined;
  list: RefObject<ListKeys | null>;
  onOpen: (table: RosterTable, id: string) => void;
  onWrite: (id: string) => void;
  onTruth: (table: TruthTable, id: string) => void;
}) {
  const people = useEntries("people");
  const jobs = useEntries("jobs");
  const isEmpty = !people.isLoading && !jobs.isLoading && people.total + jobs.total === 0;
  return (
    <>
      {page && (
        <div className="grid gap-2 p-3">
          <Suspense>
            <SyncNotice onOpen={() => openPage("/desk.html#sync")} />
          </Suspense>
          <Suspense>
            <SiteAccess />
          </Suspense>
          <PageHere
            key={page.url}
            page={page}
            outcome={outcome && isSamePage(outcome.url, page.url) ? outcome : undefined}
            keys={captureKeys}
            onOpen={onOpen}
            onWrite={onWrite}
            onTruth={onTruth}
          />
        </div>
      )}
      {isEmpty && (
        <Suspense>
          <Welcome
            keys={captureKeys}
            action={
              page?.address.kind === "foreign" && (
                <a
                  href={LINKEDIN}
                  target="_blank"
                  rel="noreferrer"
                  className={buttonLook({ variant: "primary" })}
                >
                  {i18n.t("welcome.goThere")}
                </a>
              )
            }
          />
        </Suspense>
      )}
      {!isEmpty && <Browse currentId={currentId} keys={list} onOpen={onOpen} />}
    </>
  );
}

/** Where the panel opens on something else, everyone is read once that stands there: reading them would hold it up. */
export function useHomeDue(isElsewhere: boolean): boolean {
  const queries = useQueryClient();
  const [isDue, setDue] = useState(!isElsewhere);
  if (!isDue && !isElsewhere) setDue(true);
  useEffect(() => {
    if (isDue) return undefined;
    return queries.getQueryCache().subscribe(() => {
      if (queries.isFetching() === 0) setDue(true);
    });
  }, [isDue, queries]);
  return isDue;
}
