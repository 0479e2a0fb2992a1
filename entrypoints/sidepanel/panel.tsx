import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useThemeOfSettings } from "@/components/account/theme";
import { SiteAccess } from "@/components/capture/site-access";
import type { ListKeys } from "@/components/contacts/entry-list";
import { useEntries } from "@/components/contacts/queries";
import { tellWithUndo, undo } from "@/components/contacts/write";
import { buttonLook } from "@/components/ui/button";
import { focusControl } from "@/components/ui/focus-control";
import { useHash } from "@/components/ui/use-hash";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { isSamePage } from "@/lib/capture/url";
import type { RosterTable } from "@/lib/contacts/roster";
import { rememberUndo, type UndoableKind } from "@/lib/contacts/undo";
import { forgetTab } from "@/lib/platform/tab-memory";
import { Browse } from "./browse";
import { panelKeys } from "./panel-keys";
import { PageHere } from "./page-here";
import { PanelHeader } from "./panel-header";
import { useCaptureKeys, useOutcome, usePage } from "./use-page";

/** Fetched while nothing else happens: the list is what one sees first. */
const loadRowScreen = () => import("./row-screen");
const RowScreen = lazy(loadRowScreen);
requestIdleCallback(() => void loadRowScreen());

const Welcome = lazy(() => import("@/components/capture/welcome"));
const HelpSheet = lazy(() => import("@/components/ui/help-sheet"));

const LINKEDIN = "https://www.linkedin.com/";

export function Panel() {
  useThemeOfSettings();
  const [hash, go] = useHash();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const scrolled = useRef(0);
  const list = useRef<ListKeys | null>(null);

  const page = usePage();
  const tabId = page?.tabId;
  const onUndone = useCallback(
    (kind: UndoableKind | undefined) => {
      // What the capture changed is not so any more: it must not stand on the card.
      if (kind === "capture" && tabId !== undefined) void forgetTab(tabId);
    },
    [tabId],
  );
  const onCaptured = useCallback(
    (captured: CaptureOutcome) => tellCapture(captured, onUndone),
    [onUndone],
  );
  const outcome = useOutcome(tabId, onCaptured);
  const captureKeys = useCaptureKeys();
  const people = useEntries("people");
  const jobs = useEntries("jobs");
  const isEmpty = !people.isLoading && !jobs.isLoading && people.total + jobs.total === 0;

  const row = rowIn(hash);
  const open = (table: RosterTable, id: string) => {
    scrolled.current = window.scrollY;
    go(`${table}/${id}`);
  };
  const back = useCallback(() => {
    go("");
    requestAnimationFrame(() => scrollTo(0, scrolled.current));
  }, [go]);

  useShortcuts({
    "/": () => {
      if (row) go("");
      requestAnimationFrame(() => focusControl("/"));
    },
    j: () => list.current?.move(1),
    k: () => list.current?.move(-1),
    ArrowDown: () => list.current?.move(1),
    ArrowUp: () => list.current?.move(-1),
    n: () => focusControl("n"),
    t: () => focusControl("t"),
    u: () => void undo().then(onUndone),
    "?": () => setHelpOpen(true),
    Escape: () => row && back(),
  });

  return (
    <>
      <PanelHeader onHelp={() => setHelpOpen(true)} />
      <main>
        {row && (
          <Suspense>
            <RowScreen key={row.id} {...row} onBack={back} />
          </Suspense>
        )}
        <div hidden={row !== undefined}>
          {page && (
            <div className="grid gap-2 p-3">
              <SiteAccess />
              <PageHere
                key={page.url}
                page={page}
                outcome={outcome && isSamePage(outcome.url, page.url) ? outcome : undefined}
                keys={captureKeys}
                onOpen={open}
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
          {!isEmpty && <Browse currentId={row?.id} keys={list} onOpen={open} />}
        </div>
      </main>
      {isHelpOpen && (
        <Suspense>
          <HelpSheet groups={panelKeys(captureKeys)} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function rowIn(hash: string): { table: RosterTable; id: string } | undefined {
  const [table, id] = hash.split("/");
  return (table === "people" || table === "jobs") && id ? { table, id } : undefined;
}

/** A capture made while the panel is open, from whichever button: said, and one key takes it back. */
function tellCapture(outcome: CaptureOutcome, onUndone: (kind: UndoableKind) => void): void {
  if (outcome.status !== "stored" || outcome.stored.outcome === "unchanged") return;
  const undoable = { kind: "capture", edits: outcome.stored.undo } as const;
  rememberUndo(undoable);
  const isNew = outcome.stored.outcome === "created";
  tellWithUndo(i18n.t(isNew ? "page.toldCreated" : "page.toldChanged"), undoable, onUndone);
}
