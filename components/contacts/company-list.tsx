import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { LookingGlass, OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import {
  companyRows,
  findCompanies,
  type CompanyLine,
  type CompanyOrder,
} from "@/lib/contacts/company-table";
import type { Entry } from "@/lib/contacts/roster";
import { allCompanies } from "@/lib/contacts/store/companies";
import { CompanyListRow } from "./company-list-row";
import { PlaceHead } from "@/components/ui/place-head";

const ROW = 40;
const NONE: CompanyLine[] = [];

const HEADS: { order: CompanyOrder; label: () => string; className?: string }[] = [
  { order: "name", label: () => i18n.t("fields.companyName") },
  { order: "people", label: () => i18n.t("companies.people"), className: "w-24 text-right" },
  {
    order: "jobs",
    label: () => i18n.t("list.jobs"),
    className: "w-20 text-right max-sm:hidden",
  },
  {
    order: "lastTouch",
    label: () => i18n.t("companies.lastTouch"),
    className: "w-32 text-right max-sm:hidden",
  },
];

/** Companies one has to do with: who is known there, what jobs are saved, when one last heard of somebody. */
export default function CompanyList({
  people,
  jobs,
  currentId,
  onOpen,
}: {
  people: readonly Entry[];
  jobs: readonly Entry[];
  currentId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const [text, setText] = useState("");
  const [isWhole, setWhole] = useState(false);
  const [order, setOrder] = useState<CompanyOrder>("people");
  const { data = NONE, isPending } = useQuery({
    queryKey: ["companies", "all"],
    queryFn: () => allCompanies(),
    structuralSharing: false,
  });
  const searched = useDeferredValue(text);
  const rows = useMemo(() => companyRows(data, people, jobs), [data, people, jobs]);
  const found = useMemo(
    () => findCompanies(rows, { text: searched, isWhole, order }),
    [rows, searched, isWhole, order],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: { width: 0, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <section
      aria-label={i18n.t("companies.title")}
      className="flex min-h-0 min-w-0 flex-1 flex-col max-md:h-[calc(100dvh-6rem)]"
    >
      <PlaceHead title={i18n.t("companies.title")} count={found.length}>
        <Segmented
          label={i18n.t("companies.which")}
          value={isWhole ? "all" : "mine"}
          options={[
            { value: "mine", label: i18n.t("companies.mine") },
            { value: "all", label: i18n.t("companies.all") },
          ]}
          onChange={(value) => setWhole(value === "all")}
        />
        <Input
          type="search"
          aria-keyshortcuts="/"
          aria-label={i18n.t("companies.search")}
          placeholder={i18n.t("companies.search")}
          className="min-w-40 flex-1 md:w-64"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </PlaceHead>
      {found.length === 0 && !isPending && (
        <EmptyState
          className="py-16"
          drawing={text === "" ? <OpenNotebook /> : <LookingGlass />}
          title={i18n.t(text === "" ? "companies.none" : "companies.noMatch")}
        >
          {text === "" && i18n.t("companies.noneHow")}
        </EmptyState>
      )}
      {found.length > 0 && (
        <div ref={scroller} className="min-h-0 flex-1 overflow-auto" tabIndex={-1}>
          <table
            aria-label={i18n.t("companies.title")}
            aria-rowcount={found.length + 1}
            className="w-full table-fixed border-separate border-spacing-0 text-left text-sm"
          >
            <thead className="sticky top-0 z-10 bg-canvas">
              <tr aria-rowindex={1}>
                {HEADS.map((head) => (
                  <th
                    key={head.order}
                    scope="col"
                    aria-sort={head.order === order ? SORTS[order] : "none"}
                    className={cn("h-9 border-b p-0 font-normal first:pl-1", head.className)}
                  >
                    <button
                      type="button"
                      onClick={() => setOrder(head.order)}
                      className={cn(
                        "focus-inset flex h-9 w-full items-center gap-1 px-2 text-xs font-medium text-ink-faint hover:text-ink",
                        head.order !== "name" && "flex-row-reverse",
                      )}
                    >
                      <span className="truncate">{head.label()}</span>
                      <ArrowDown
                        aria-hidden="true"
                        className={cn("size-3 shrink-0", head.order !== order && "invisible")}
                      />
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {before > 0 && <Gap height={before} />}
              {items.map((item) => {
                const row = found[item.index];
                return (
                  row && (
                    <CompanyListRow
                      key={row.id}
                      row={row}
                      index={item.index}
                      isCurrent={row.id === currentId}
                      onOpen={() => onOpen(row.id)}
                    />
                  )
                );
              })}
              {after > 0 && <Gap height={after} />}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const SORTS = {
  name: "ascending",
  people: "descending",
  jobs: "descending",
  lastTouch: "descending",
} as const;

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}
