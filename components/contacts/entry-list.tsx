import { useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from "react";
import { i18n } from "#i18n";
import { useWindowRows } from "@/components/ui/use-window-rows";
import type { Entry, RosterTable } from "@/lib/contacts/roster";
import { EntryRow, ROW_HEIGHT } from "./entry-row";

/** The panel's header and the search that sticks under it. */
const STICKY = 140;

export type ListKeys = { move: (by: number) => void };

/** Thousands of lines, of which only those in sight exist. Arrows, j and k go from line to line. */
export function EntryList({
  table,
  entries,
  currentId,
  onOpen,
  onLeaveTop,
  ref,
}: {
  table: RosterTable;
  entries: readonly Entry[];
  currentId?: string | undefined;
  onOpen: (id: string) => void;
  /** Up from the first line: back to the search box. */
  onLeaveTop: () => void;
  ref: Ref<ListKeys>;
}) {
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(-1);
  const wanted = useRef(-1);
  const { start, end, reveal } = useWindowRows({
    list,
    count: entries.length,
    height: ROW_HEIGHT,
    under: STICKY,
  });

  const focusRow = (index: number) => {
    if (index < 0) return onLeaveTop();
    if (index >= entries.length) return;
    focused.current = index;
    wanted.current = index;
    reveal(index);
    focusWanted();
  };

  // A row far away exists only once the page has scrolled to it.
  const focusWanted = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = -1;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted, [start, end]);

  useImperativeHandle(ref, () => ({
    move: (by) => focusRow(Math.max(0, focused.current + by)),
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const index = Number(event.currentTarget.dataset["index"]);
    const to = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      Home: 0,
      End: entries.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusRow(to);
  };

  return (
    <ul
      ref={list}
      aria-label={i18n.t(table === "people" ? "list.people" : "list.jobs")}
      className="relative"
      style={{ height: entries.length * ROW_HEIGHT }}
    >
      {entries.slice(start, end).map((entry, i) => (
        <li
          key={entry.id}
          aria-setsize={entries.length}
          aria-posinset={start + i + 1}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${(start + i) * ROW_HEIGHT}px)` }}
        >
          <EntryRow
            table={table}
            entry={entry}
            index={start + i}
            isCurrent={entry.id === currentId}
            onOpen={() => onOpen(entry.id)}
            onKeyDown={onKeyDown}
          />
        </li>
      ))}
    </ul>
  );
}
