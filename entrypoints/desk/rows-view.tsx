import { Columns3 } from "lucide-react";
import { useDeferredValue, useMemo, useState, type RefObject } from "react";
import { i18n } from "#i18n";
import { EntryList, type ListKeys } from "@/components/contacts/entry-list";
import { EntryTable, visibilityOf } from "@/components/contacts/entry-table";
import { ListTools } from "@/components/contacts/list-tools";
import type { EntryList as Entries } from "@/components/contacts/queries";
import { columnLabel, COLUMNS } from "@/components/contacts/table-columns";
import { Button, IconButton } from "@/components/ui/button";
import { LookingGlass, OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { focusControl } from "@/components/ui/focus-control";
import { numberText } from "@/components/ui/locale";
import { Menu } from "@/components/ui/menu";
import { useKept } from "@/components/ui/use-kept";
import type { RosterTable } from "@/lib/contacts/roster";
import { search, type Order, type Query } from "@/lib/contacts/search";
import { PlaceHead } from "@/components/ui/place-head";

const ORDERS: readonly Order[] = ["saved", "changed", "name", "contact"];

/** People or jobs: a table where there is room for one, else the list of the panel. */
export function RowsView({
  table,
  list,
  isWide,
  currentId,
  keys,
  onOpen,
}: {
  table: RosterTable;
  list: Entries;
  isWide: boolean;
  currentId: string | undefined;
  keys: RefObject<ListKeys | null>;
  onOpen: (id: string) => void;
}) {
  const [query, setQuery] = useState<Query>({ text: "", tags: [], order: "saved" });
  const [chosen, choose] = useKept(`columns.${table}`, {}, readColumns);
  const deferred = useDeferredValue(query);
  const found = useMemo(() => search(list.entries, deferred), [list.entries, deferred]);
  const visible = useMemo(() => visibilityOf(table, chosen), [table, chosen]);
  const isFiltered = query.text !== "" || query.tags.length > 0;
  const common = {
    table,
    entries: found.entries,
    currentId,
    ref: keys,
    onOpen,
    onLeaveTop: () => focusControl("/"),
  };

  return (
    <section aria-label={i18n.t(`list.${table}`)} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <PlaceHead
        title={i18n.t(`list.${table}`)}
        count={
          isFiltered
            ? i18n.t("list.found", found.entries.length, [numberText(found.entries.length)])
            : list.total
        }
      >
        <div className="flex w-full gap-1 md:w-80">
          <div className="min-w-0 flex-1">
            <ListTools
              query={query}
              orders={isWide ? [] : ORDERS}
              onQuery={setQuery}
              onEnterList={() => keys.current?.move(0)}
            />
          </div>
          {isWide && (
            <Menu
              trigger={
                <IconButton label={i18n.t("desk.columns")}>
                  <Columns3 aria-hidden="true" />
                </IconButton>
              }
              entries={Object.keys(COLUMNS[table])
                .filter((id) => id !== "title")
                .map((id) => ({
                  kind: "check",
                  label: columnLabel(id),
                  isOn: visible[id] === true,
                  onChange: (isOn) => choose({ ...chosen, [id]: isOn }),
                }))}
            />
          )}
        </div>
      </PlaceHead>
      {found.close && <p className="px-3 pt-2 text-xs text-ink-faint">{i18n.t("list.close")}</p>}
      {found.entries.length === 0 && !list.isLoading && (
        <Nothing
          table={table}
          isFiltered={isFiltered}
          onClear={() => setQuery({ ...query, text: "", tags: [] })}
        />
      )}
      {found.entries.length > 0 && isWide && (
        <EntryTable key={table} {...common} visible={visible} />
      )}
      {found.entries.length > 0 && !isWide && <EntryList key={table} {...common} />}
    </section>
  );
}

function Nothing({
  table,
  isFiltered,
  onClear,
}: {
  table: RosterTable;
  isFiltered: boolean;
  onClear: () => void;
}) {
  if (isFiltered)
    return (
      <EmptyState
        drawing={<LookingGlass />}
        title={i18n.t("list.noMatch")}
        action={<Button onClick={onClear}>{i18n.t("list.clear")}</Button>}
      />
    );
  return (
    <EmptyState
      className="py-16"
      drawing={<OpenNotebook />}
      title={i18n.t(table === "people" ? "list.noPeople" : "list.noJobs")}
    >
      {i18n.t(table === "people" ? "list.noPeopleHow" : "list.noJobsHow")}
    </EmptyState>
  );
}

function readColumns(kept: unknown): Record<string, boolean> | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  return Object.fromEntries(
    Object.entries(kept).filter((pair): pair is [string, boolean] => typeof pair[1] === "boolean"),
  );
}
