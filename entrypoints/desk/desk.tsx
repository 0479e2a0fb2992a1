import { X } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useThemeOfSettings } from "@/components/account/theme";
import { useSync } from "@/components/account/use-sync";
import type { ListKeys } from "@/components/contacts/entry-list";
import { TruthButton } from "@/components/capture/truth-button";
import { useEntries } from "@/components/contacts/queries";
import { RowDetail } from "@/components/contacts/row-detail";
import { undo } from "@/components/contacts/write";
import { WriteButton } from "@/components/messaging/write-button";
import { IconButton } from "@/components/ui/button";
import { focusControl } from "@/components/ui/focus-control";
import { lazyPart } from "@/components/ui/lazy-part";
import { PlaceHead } from "@/components/ui/place-head";
import { useHash } from "@/components/ui/use-hash";
import { useMedia } from "@/components/ui/use-media";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { browser } from "@/lib/platform/browser";
import { deskKeys } from "./desk-keys";
import { DeskNav } from "./desk-nav";
import { hashOf, isWork, placeIn, type Place } from "./place";
import { RowsView } from "./rows-view";

const HelpSheet = lazy(() => import("@/components/ui/help-sheet"));
const Palette = lazy(() => import("./palette"));
const ImportPlace = lazy(() => import("./import-place"));
const CapturePlace = lazy(() => import("./capture-place"));
const ExportPlace = lazy(() => import("./export-place"));
const CompaniesPlace = lazy(() => import("./companies-place"));
const MergePlace = lazy(() => import("@/components/contacts/merge-place"));
const TemplateLibrary = lazy(() => import("@/components/messaging/template-library"));
const SyncScreen = lazy(() => import("@/components/account/sync-screen"));
const MoveButton = lazy(() => import("@/components/workspaces/move-button"));
const RelationCard = lazyPart(() => import("@/components/messaging/relations/relation-card"));
const ApplicationCard = lazy(() => import("@/components/job-search/application-card"));
const ApplicationList = lazy(() => import("@/components/job-search/application-list"));
const WorkPlace = lazyPart(() => import("./work-place"));
const WritePane = lazyPart(() => import("./write-pane"));
requestIdleCallback(
  () => void RelationCard.preload().then(WritePane.preload).then(WorkPlace.preload),
);

export function Desk() {
  useThemeOfSettings();
  const [hash, go] = useHash();
  const [sheet, setSheet] = useState<"help" | "palette">();
  const [toImport, setToImport] = useState<readonly File[]>();
  const list = useRef<ListKeys | null>(null);
  const isWide = useMedia("(min-width: 48rem)");
  const people = useEntries("people");
  const jobs = useEntries("jobs");
  const refused = useSync()?.rejected ?? 0;

  const place = placeIn(hash);
  const table = place.view === "people" || place.view === "jobs" ? place.view : undefined;
  const work = isWork(place) ? place : undefined;
  const openId = "id" in place ? place.id : undefined;
  const writtenTo = place.view === "people" && place.isWriting ? place.id : undefined;
  const goTo = (next: Place) => go(hashOf(next));
  const closeDetail = () => {
    // From writing one comes back to whom one writes to.
    if (writtenTo) return goTo({ view: "people", id: writtenTo });
    if (place.view === "capture" && place.table) {
      const { table: of, id } = place;
      return goTo(of === "lists" ? { view: "capture" } : { view: of, ...(id && { id }) });
    }
    goTo({ view: place.view });
    requestAnimationFrame(() => list.current?.move(0));
  };

  const restore = (file: File) => {
    setToImport([file]);
    goTo({ view: "import" });
  };

  useShortcuts({
    "/": () => focusControl("/"),
    // What there is to do walks its own list.
    ...(!work && {
      j: () => list.current?.move(1),
      k: () => list.current?.move(-1),
      ArrowDown: () => list.current?.move(1),
      ArrowUp: () => list.current?.move(-1),
    }),
    m: () => focusControl("m"),
    n: () => focusControl("n"),
    t: () => focusControl("t"),
    r: () => focusControl("r"),
    u: () => void undo(),
    "?": () => setSheet("help"),
    "Mod+k": () => setSheet("palette"),
    Escape: () => openId !== undefined && closeDetail(),
  });

  return (
    <div className="flex min-h-dvh flex-col md:h-dvh md:flex-row">
      <DeskNav
        place={place}
        people={people.total}
        jobs={jobs.total}
        refused={refused}
        onGo={goTo}
        onPalette={() => setSheet("palette")}
        onHelp={() => setSheet("help")}
        onSettings={openSettings}
      />
      <main className="flex min-h-0 min-w-0 flex-1">
        {place.view === "sync" && (
          <section aria-label={i18n.t("syncScreen.title")} className="min-w-0 flex-1 overflow-auto">
            <Suspense>
              <SyncScreen onAccount={() => openSettings("#account")} />
            </Suspense>
          </section>
        )}
        {work && (
          <Suspense>
            <WorkPlace place={work} isWide={isWide} onGo={goTo} />
          </Suspense>
        )}
        {place.view === "capture" && (
          <Suspense>
            <CapturePlace
              place={place}
              isWide={isWide}
              onBack={closeDetail}
              onList={(id) => goTo({ view: "capture", table: "lists", id })}
            />
          </Suspense>
        )}
        {place.view === "templates" && (
          <Suspense>
            <TemplateLibrary
              people={people.entries}
              openId={place.id}
              onOpen={(id) => goTo({ view: "templates", ...(id && { id }) })}
            />
          </Suspense>
        )}
        {place.view === "companies" && (
          <Suspense>
            <CompaniesPlace
              people={people.entries}
              jobs={jobs.entries}
              openId={place.id}
              isWide={isWide}
              onOpen={(id) => goTo({ view: "companies", ...(id && { id }) })}
              onTruth={(id) => goTo({ view: "capture", table: "companies", id })}
            />
          </Suspense>
        )}
        {place.view === "applications" && (
          <section aria-labelledby="applications" className="min-w-0 flex-1 overflow-auto">
            <PlaceHead id="applications" title={i18n.t("jobSearch.applications")} />
            <Suspense>
              <ApplicationList onJob={(id) => goTo({ view: "jobs", id })} />
            </Suspense>
          </section>
        )}
        {place.view === "merge" && (
          <section aria-labelledby="merge" className="min-w-0 flex-1 overflow-auto">
            <PlaceHead id="merge" title={i18n.t("merge.place")} />
            <Suspense>
              <MergePlace />
            </Suspense>
          </section>
        )}
        {(place.view === "import" || place.view === "export") && (
          <section aria-labelledby="transfer" className="min-w-0 flex-1 overflow-auto">
            <PlaceHead
              id="transfer"
              title={i18n.t(place.view === "import" ? "import.title" : "export.title")}
            />
            <Suspense>
              {place.view === "import" && <ImportPlace files={toImport} />}
              {place.view === "export" && <ExportPlace onRestore={restore} />}
            </Suspense>
          </section>
        )}
        {table && (isWide || openId === undefined) && (
          <RowsView
            key={table}
            table={table}
            list={table === "people" ? people : jobs}
            isWide={isWide}
            currentId={openId}
            keys={list}
            onOpen={(id) => goTo({ view: table, id })}
          />
        )}
        {table && openId !== undefined && (
          <aside
            aria-label={i18n.t("desk.detail")}
            className="w-full min-w-0 overflow-auto bg-surface px-4 pt-2 pb-8 md:w-104 md:border-l"
          >
            <div className="sticky top-0 z-10 -mx-1 flex items-center justify-between py-1">
              <div className="flex items-center gap-1">
                {table === "people" && !writtenTo && (
                  <WriteButton onWrite={() => goTo({ view: table, id: openId, isWriting: true })} />
                )}
                {!writtenTo && (
                  <TruthButton onOpen={() => goTo({ view: "capture", table, id: openId })} />
                )}
              </div>
              <div className="flex">
                <Suspense>
                  <MoveButton key={openId} table={table} id={openId} onMoved={closeDetail} />
                </Suspense>
                <IconButton label={i18n.t("common.close")} onClick={closeDetail}>
                  <X aria-hidden="true" />
                </IconButton>
              </div>
            </div>
            {writtenTo ? (
              <Suspense>
                <WritePane key={writtenTo} id={writtenTo} onDone={closeDetail} />
              </Suspense>
            ) : (
              <>
                {table === "people" && (
                  <Suspense>
                    <div className="pb-4">
                      <RelationCard key={openId} personId={openId} />
                    </div>
                  </Suspense>
                )}
                <RowDetail key={openId} table={table} id={openId} onErased={closeDetail}>
                  <Suspense>
                    <ApplicationCard jobId={openId} />
                  </Suspense>
                </RowDetail>
              </>
            )}
          </aside>
        )}
      </main>
      <Suspense>
        {sheet === "help" && <HelpSheet groups={deskKeys()} onClose={() => setSheet(undefined)} />}
        {sheet === "palette" && (
          <Palette
            entries={[...people.entries, ...jobs.entries]}
            onClose={() => setSheet(undefined)}
            onGo={goTo}
            onHelp={() => setSheet("help")}
            onSettings={openSettings}
          />
        )}
      </Suspense>
    </div>
  );
}

function openSettings(part: "" | "#account" | "#teams"): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/options.html${part}`) });
}
