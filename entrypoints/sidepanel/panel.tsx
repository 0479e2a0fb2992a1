import { lazy, Suspense, useCallback, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useThemeOfSettings } from "@/components/account/theme";
import type { ListKeys } from "@/components/contacts/entry-list";
import { tellWithUndo, undo } from "@/components/contacts/write";
import { focusControl } from "@/components/ui/focus-control";
import { lazyLater } from "@/components/ui/lazy-later";
import { useHash } from "@/components/ui/use-hash";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import type { TruthTable } from "@/lib/capture/store/screen";
import type { RosterTable } from "@/lib/contacts/roster";
import { rememberUndo, takeUndo, type Undoable, type UndoableKind } from "@/lib/contacts/undo";
import { forgetTab } from "@/lib/platform/tab-memory";
import { Home, useHomeDue } from "./home";
import { panelKeys } from "./panel-keys";
import { PanelHeader } from "./panel-header";
import { RowScreen, WorkScreen, WriteScreen } from "./screens";
import type { Work } from "./work-screen";
import { useCommandKeys, useOutcome, usePage } from "./use-page";
import { useWish } from "./wished";

const TruthScreen = lazy(() => import("./truth-screen"));
const HealthScreen = lazy(() => import("./health-screen"));
const RoleNote = lazyLater(() => import("@/components/workspaces/role-note"));
const HelpSheet = lazy(() => import("@/components/ui/help-sheet"));

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
  const commandKeys = useCommandKeys();

  useWish(go);

  const written = writtenTo(hash);
  const work = workIn(hash);
  const truth = truthIn(hash);
  const isHealth = hash === "health";
  const row = written ? undefined : rowIn(hash);
  const isElsewhere = isHealth || (row ?? written ?? work ?? truth) !== undefined;
  const isHomeDue = useHomeDue(isElsewhere);
  const open = (table: RosterTable, id: string) => {
    scrolled.current = window.scrollY;
    go(`${table}/${id}`);
  };
  const write = (id: string, from: "page" | "row") => {
    if (from === "page") scrolled.current = window.scrollY;
    go(from === "row" ? `people/${id}/write` : `write/${id}`);
  };
  const see = (table: TruthTable, id: string, from: "page" | "row") => {
    if (from === "page") scrolled.current = window.scrollY;
    go(`capture/${table}/${id}${from === "row" ? "/row" : ""}`);
  };
  const goBack = (to: string) => {
    go(to);
    if (to === "") requestAnimationFrame(() => scrollTo(0, scrolled.current));
  };
  const back = () => goBack("");

  useShortcuts({
    "/": () => {
      // At once where the list stands: what is typed next is meant for it.
      if (!isElsewhere) return focusControl("/");
      go("");
      requestAnimationFrame(() => focusControl("/"));
    },
    // What there is to do walks its own list.
    ...(!work && {
      j: () => list.current?.move(1),
      k: () => list.current?.move(-1),
      ArrowDown: () => list.current?.move(1),
      ArrowUp: () => list.current?.move(-1),
    }),
    w: () => focusControl("w"),
    r: () => focusControl("r"),
    m: () => focusControl("m"),
    n: () => focusControl("n"),
    t: () => focusControl("t"),
    u: () => void undo().then(onUndone),
    "?": () => setHelpOpen(true),
    Escape: () => {
      if (written) goBack(written.back);
      else if (truth) goBack(truth.back);
      else if (work?.id) go(work.view);
      else if (isElsewhere) back();
    },
  });

  return (
    <>
      <PanelHeader
        onWork={() => go("today")}
        onHealth={() => go("health")}
        onHelp={() => setHelpOpen(true)}
      />
      <main>
        <Suspense>
          <RoleNote />
        </Suspense>
        <Suspense>
          {row && (
            <RowScreen
              key={row.id}
              {...row}
              onBack={back}
              onWrite={(id) => write(id, "row")}
              onTruth={() => see(row.table, row.id, "row")}
            />
          )}
          {written && (
            <WriteScreen key={written.id} id={written.id} onBack={() => goBack(written.back)} />
          )}
          {truth && (
            <TruthScreen
              key={truth.id}
              table={truth.table}
              id={truth.id}
              onBack={() => goBack(truth.back)}
            />
          )}
          {isHealth && <HealthScreen page={page} onBack={back} />}
          {work && <WorkScreen work={work} tabId={tabId} onGo={go} />}
        </Suspense>
        {isHomeDue && (
          <div hidden={isElsewhere}>
            <Home
              page={page}
              outcome={outcome}
              captureKeys={commandKeys.capture}
              currentId={row?.id}
              list={list}
              onOpen={open}
              onWrite={(id) => write(id, "page")}
              onTruth={(table, id) => see(table, id, "page")}
            />
          </div>
        )}
      </main>
      {isHelpOpen && (
        <Suspense>
          <HelpSheet groups={panelKeys(commandKeys)} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function rowIn(hash: string): { table: RosterTable; id: string } | undefined {
  const [table, id] = hash.split("/");
  return (table === "people" || table === "jobs") && id ? { table, id } : undefined;
}

/** What was read of a row's page: `capture/people/ID`, with `/row` where one came from the row's own screen. */
function truthIn(hash: string): { table: TruthTable; id: string; back: string } | undefined {
  const [, table, id, from] =
    /^capture\/(people|jobs|companies|lists)\/([^/]+)(\/row)?/.exec(hash) ?? [];
  if (!table || !id) return undefined;
  return { table: table as TruthTable, id, back: from ? `${table}/${id}` : "" };
}

function workIn(hash: string): Work | undefined {
  const [view, id] = hash.split("/");
  if (view === "inbox") return { view, ...(id && { id }) };
  return view === "today" || view === "relations" ? { view } : undefined;
}

/** Writing to somebody, begun from the page (`write/ID`) or from their own screen (`people/ID/write`). */
function writtenTo(hash: string): { id: string; back: string } | undefined {
  const [first, id, last] = hash.split("/");
  if (!id) return undefined;
  if (first === "write") return { id, back: "" };
  return first === "people" && last === "write" ? { id, back: `people/${id}` } : undefined;
}

/** A capture made while the panel is open, from whichever button: said, and one key takes it back. */
function tellCapture(outcome: CaptureOutcome, onUndone: (kind: UndoableKind) => void): void {
  if (outcome.status === "storedList") {
    tellList(outcome, onUndone);
    return;
  }
  if (outcome.status !== "stored" || outcome.stored.outcome === "unchanged") return;
  const undoable = { kind: "capture", edits: outcome.stored.undo } as const;
  rememberUndo(undoable);
  const isNew = outcome.stored.outcome === "created";
  tellWithUndo(i18n.t(isNew ? "page.toldCreated" : "page.toldChanged"), undoable, onUndone);
}

let lastList: { url: string; undoable: Undoable } | undefined;

/** The list so far has one undo: the one of a moment ago is part of it. While it grows nobody is told each time. */
function tellList(
  { url, stored, isWatching }: Extract<CaptureOutcome, { status: "storedList" }>,
  onUndone: (kind: UndoableKind) => void,
): void {
  if (lastList?.url === url) takeUndo(lastList.undoable);
  const undoable: Undoable = { kind: "capture", edits: stored.undo };
  lastList = { url, undoable };
  rememberUndo(undoable);
  if (isWatching || stored.undo.length === 0) return;
  tellWithUndo(i18n.t("rows.toldSaved", stored.rows.length), undoable, onUndone);
}
