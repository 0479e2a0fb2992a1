import { useTable, type ColumnVisibilityState, type SortingState } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, StickyNote } from "lucide-react";
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import type { Entry, RosterTable } from "@/lib/contacts/roster";
import type { ListKeys } from "./entry-list";
import { columns, columnLabel, COLUMNS, features, WIDTHS } from "./table-columns";

const ROW = 40;
const NAME_WIDTH = 220;

/** Thousands of rows under sortable heads. The rows out of sight are two empty ones; a real table stays a table to a screen reader. */
export function EntryTable({
  table: name,
  entries,
  visible,
  currentId,
  ref,
  onOpen,
  onLeaveTop,
}: {
  table: RosterTable;
  entries: readonly Entry[];
  visible: ColumnVisibilityState;
  currentId: string | undefined;
  ref: Ref<ListKeys>;
  onOpen: (id: string) => void;
  onLeaveTop: () => void;
}) {
  const [sorting, setSorting] = useState<SortingState>([]);
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useRef(-1);
  const wanted = useRef(-1);

  const table = useTable({
    features,
    columns,
    data: entries,
    getRowId: (entry) => entry.id,
    state: { sorting, columnVisibility: visible },
    onSortingChange: setSorting,
    enableMultiSort: false,
  });
  const { rows } = table.getRowModel();
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const width = heads.reduce((sum, head) => sum + (WIDTHS[head.column.id] ?? NAME_WIDTH), 0);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollPaddingStart: ROW,
    // A table in an unseen tab has no height yet; one screenful is drawn all the same.
    initialRect: { width: 0, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const focusRow = (index: number) => {
    if (index < 0) return onLeaveTop();
    if (index >= rows.length) return undefined;
    focused.current = index;
    wanted.current = index;
    virtual.scrollToIndex(index, { align: "auto" });
    focusWanted();
    return undefined;
  };

  // A row far away exists only once the table has scrolled to it.
  const focusWanted = () => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = -1;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted, [before]);
  useImperativeHandle(ref, () => ({
    move: (by) => focusRow(Math.max(0, focused.current + by)),
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, index: number, id: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const to = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      PageDown: Math.min(index + page, rows.length - 1),
      PageUp: Math.max(index - page, 0),
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(id);
    }
    if (to === undefined) return;
    event.preventDefault();
    focusRow(to);
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto" tabIndex={-1}>
      <table
        aria-label={i18n.t(name === "people" ? "list.people" : "list.jobs")}
        role="grid"
        aria-rowcount={rows.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-left text-sm"
        style={{ minWidth: width }}
      >
        <thead className="sticky top-0 z-10 bg-canvas">
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th
                key={head.id}
                scope="col"
                aria-sort={ariaSort(head.column.getIsSorted())}
                style={{ width: WIDTHS[head.column.id] }}
                className="h-9 border-b p-0 font-normal first:pl-1"
              >
                <button
                  type="button"
                  onClick={head.column.getToggleSortingHandler()}
                  className="focus-inset flex h-9 w-full items-center gap-1 px-2 text-xs font-medium text-ink-faint hover:text-ink"
                >
                  {head.column.id === "hasNotes" ? (
                    <StickyNote
                      role="img"
                      aria-label={columnLabel("hasNotes")}
                      className="size-3.5"
                    />
                  ) : (
                    <span title={columnLabel(head.column.id)} className="truncate">
                      {columnLabel(head.column.id)}
                    </span>
                  )}
                  <SortMark is={head.column.getIsSorted()} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                data-index={item.index}
                tabIndex={item.index === Math.max(0, focused.current) ? 0 : -1}
                aria-rowindex={item.index + 2}
                aria-selected={row.id === currentId}
                onClick={() => onOpen(row.id)}
                onFocus={() => {
                  focused.current = item.index;
                }}
                onKeyDown={(event) => onKeyDown(event, item.index, row.id)}
                style={{ height: ROW }}
                className="focus-inset cursor-pointer text-ink-soft transition-colors hover:bg-hover aria-selected:bg-plum-soft"
              >
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} className="truncate border-b border-line/60 px-2 first:pl-3">
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

function SortMark({ is }: { is: false | "asc" | "desc" }) {
  const Icon = is === "desc" ? ArrowDown : ArrowUp;
  return <Icon aria-hidden="true" className={cn("size-3 shrink-0", is === false && "invisible")} />;
}

function ariaSort(is: false | "asc" | "desc") {
  if (is === false) return "none";
  return is === "asc" ? "ascending" : "descending";
}

/** Every column of a table with its choice, for EntryTable's `visible`. */
export function visibilityOf(
  table: RosterTable,
  chosen: Record<string, boolean>,
): ColumnVisibilityState {
  const all = Object.keys(COLUMNS.people).map((id) => [id, false] as const);
  return { ...Object.fromEntries(all), ...COLUMNS[table], ...chosen, title: true };
}
