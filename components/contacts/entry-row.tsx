import { StickyNote } from "lucide-react";
import type { KeyboardEvent } from "react";
import { i18n } from "#i18n";
import { Monogram } from "@/components/ui/monogram";
import type { Entry, RosterTable } from "@/lib/contacts/roster";

export const ROW_HEIGHT = 52;

/** One line of a list. */
export function EntryRow({
  table,
  entry,
  index,
  isCurrent,
  onOpen,
  onKeyDown,
}: {
  table: RosterTable;
  entry: Entry;
  index: number;
  isCurrent: boolean;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}) {
  const under = [entry.subtitle, table === "jobs" ? entry.place : ""].filter(Boolean).join(" · ");
  return (
    <button
      type="button"
      data-index={index}
      aria-current={isCurrent || undefined}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      style={{ height: ROW_HEIGHT }}
      className="focus-inset flex w-full items-center gap-2.5 px-3 text-left transition-colors hover:bg-hover focus-visible:bg-hover aria-current:bg-plum-soft"
    >
      <Monogram name={entry.title} shape={table === "people" ? "round" : "square"} />
      <span className="grid min-w-0 flex-1">
        <span className="truncate text-sm font-medium">{entry.title}</span>
        <span className="truncate text-xs text-ink-faint">{under || entry.place}</span>
      </span>
      {entry.tags.length > 0 && (
        <span className="hidden max-w-28 shrink-0 truncate rounded-sm bg-plum-soft px-1.5 text-2xs leading-5 font-medium text-plum min-[22rem]:block">
          {entry.tags[0]}
          {entry.tags.length > 1 && ` +${entry.tags.length - 1}`}
        </span>
      )}
      {entry.hasNotes && (
        <StickyNote
          role="img"
          aria-label={i18n.t("list.hasNotes")}
          className="size-3.5 shrink-0 text-ink-faint"
        />
      )}
    </button>
  );
}
