import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState, type RefObject } from "react";
import { i18n } from "#i18n";
import { EntryList, type ListKeys } from "@/components/contacts/entry-list";
import { ListTools } from "@/components/contacts/list-tools";
import { useEntries } from "@/components/contacts/queries";
import { focusControl } from "@/components/ui/focus-control";
import { numberText } from "@/components/ui/locale";
import { Segmented } from "@/components/ui/segmented";
import type { RosterTable } from "@/lib/contacts/roster";
import { search, type Order, type Query } from "@/lib/contacts/search";

const NothingHere = lazy(() => import("./nothing-here"));

const PEOPLE_ORDERS: readonly Order[] = ["saved", "changed", "name", "contact"];
const JOB_ORDERS: readonly Order[] = ["saved", "changed", "name"];

/** Everyone and every job kept, searched and filtered as one types. */
export function Browse({
  currentId,
  keys,
  onOpen,
}: {
  currentId: string | undefined;
  keys: RefObject<ListKeys | null>;
  onOpen: (table: RosterTable, id: string) => void;
}) {
  const [table, setTable] = useState<RosterTable>("people");
  const [query, setQuery] = useState<Query>({ text: "", tags: [], order: "saved" });
  const top = useRef<HTMLDivElement>(null);
  const people = useEntries("people");
  const jobs = useEntries("jobs");
  const { entries, isLoading } = table === "people" ? people : jobs;

  const deferred = useDeferredValue(query);
  const found = useMemo(() => search(entries, deferred), [entries, deferred]);

  const ask = (next: Query) => {
    setQuery(next);
    // A new answer is read from its top.
    top.current?.scrollIntoView({ block: "nearest" });
  };

  return (
    <section aria-label={i18n.t("list.everyone")} className="grid">
      <div ref={top} className="sticky top-11 z-10 grid gap-2 border-b bg-canvas px-3 py-2">
        <Segmented
          label={i18n.t("list.show")}
          value={table}
          options={[
            { value: "people", label: i18n.t("list.people"), count: numberText(people.total) },
            { value: "jobs", label: i18n.t("list.jobs"), count: numberText(jobs.total) },
          ]}
          onChange={setTable}
          className="justify-self-start"
        />
        <ListTools
          query={query}
          orders={table === "people" ? PEOPLE_ORDERS : JOB_ORDERS}
          onQuery={ask}
          onEnterList={() => keys.current?.move(0)}
        />
      </div>
      <p role="status" className="sr-only">
        {query.text !== "" && i18n.t("list.found", found.entries.length)}
      </p>
      {found.close && <p className="px-3 pt-2 text-xs text-ink-faint">{i18n.t("list.close")}</p>}
      {found.entries.length > 0 && (
        <EntryList
          key={table}
          table={table}
          entries={found.entries}
          currentId={currentId}
          onOpen={(id) => onOpen(table, id)}
          onLeaveTop={() => focusControl("/")}
          ref={keys}
        />
      )}
      {found.entries.length === 0 && !isLoading && (
        <Suspense>
          <NothingHere
            table={table}
            entries={entries}
            onClear={() => ask({ ...query, text: "", tags: [] })}
          />
        </Suspense>
      )}
    </section>
  );
}
