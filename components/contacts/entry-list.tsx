import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { i18n } from "#i18n";
import type { Entry, RosterTable } from "@/lib/contacts/roster";
import { EntryRow, ROW_HEIGHT } from "./entry-row";

export type ListKeys = { move: (by: number) => void };

/** Thousands of lines, of which only those in sight exist. Arrows, j and k go from line to line. */
export function EntryList({
  table,
  entries,
  currentId,
  onOpen,
  onLeaveTop,
  keys,
}: {
  table: RosterTable;
  entries: readonly Entry[];
  currentId?: string | undefined;
  onOpen: (id: string) => void;
  /** Up from the first line: back to the search box. */
  onLeaveTop: () => void;
  keys: { current: ListKeys | null };
}) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const focused = useRef(-1);

  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, [entries.length]);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtual = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: 104,
    scrollPaddingEnd: 8,
  });

  const focusRow = (index: number) => {
    if (index < 0) return onLeaveTop();
    if (index >= entries.length) return;
    focused.current = index;
    virtual.scrollToIndex(index, { align: "auto" });
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-index="${index}"]`)
        ?.focus({ preventScroll: true }),
    );
  };

  useLayoutEffect(() => {
    keys.current = { move: (by) => focusRow(Math.max(0, focused.current + by)) };
  });

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
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((item) => {
        const entry = entries[item.index];
        if (!entry) return null;
        return (
          <li
            key={item.key}
            aria-setsize={entries.length}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            <EntryRow
              table={table}
              entry={entry}
              index={item.index}
              isCurrent={entry.id === currentId}
              onOpen={() => onOpen(entry.id)}
              onKeyDown={onKeyDown}
            />
          </li>
        );
      })}
    </ul>
  );
}
