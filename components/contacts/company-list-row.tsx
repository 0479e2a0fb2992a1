import { numberText } from "@/components/ui/locale";
import { dayText } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import type { CompanyRow } from "@/lib/contacts/company-table";

/** One line of the companies' table. */
export function CompanyListRow({
  row,
  index,
  isCurrent,
  onOpen,
}: {
  row: CompanyRow;
  index: number;
  isCurrent: boolean;
  onOpen: () => void;
}) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={isCurrent || undefined}
      onClick={onOpen}
      className="h-10 cursor-pointer text-ink-soft transition-colors hover:bg-hover aria-current:bg-plum-soft"
    >
      <td className="border-b border-line/60 px-2 first:pl-3">
        <button
          type="button"
          className="flex w-full min-w-0 items-center gap-2.5 rounded-sm text-left"
        >
          <Monogram name={row.name} size="sm" shape="square" />
          <span title={row.name} className="truncate font-medium text-ink">
            {row.name}
          </span>
          {row.industry !== undefined && (
            <span className="truncate text-xs text-ink-faint max-sm:hidden">{row.industry}</span>
          )}
        </button>
      </td>
      <Cell>{row.people > 0 && numberText(row.people)}</Cell>
      <Cell className="max-sm:hidden">{row.jobs > 0 && numberText(row.jobs)}</Cell>
      <Cell className="max-sm:hidden">{row.lastTouch !== "" && dayText(row.lastTouch)}</Cell>
    </tr>
  );
}

function Cell({ children, className = "" }: { children: string | false; className?: string }) {
  return (
    <td className={`truncate border-b border-line/60 px-3 text-right tabular-nums ${className}`}>
      {children}
    </td>
  );
}
