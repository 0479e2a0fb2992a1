import { ArrowLeft } from "lucide-react";
import { useState, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { numberText } from "@/components/ui/locale";
import { Segmented } from "@/components/ui/segmented";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { InboxEntry, InboxState } from "@/lib/messaging/store/inbox";
import type { Person } from "@/lib/model/person";
import type { Assistant } from "../assistant";
import type { OpenThere } from "../desk/card-view";
import { InboxList } from "./inbox-list";
import { useInbox } from "./queries";
import { Reading } from "./reading";

type View = Exclude<InboxState, "settled"> | "all";
const VIEWS: readonly View[] = ["toAnswer", "waiting", "snoozed", "all"];

/** Everything written and received, by person: what waits for one, what one waits for. */
export default function Inbox({
  isWide,
  openId,
  assistant,
  openThere,
  renderLabel,
  onOpen,
}: {
  isWide: boolean;
  /** The person whose conversation is open. */
  openId: string | undefined;
  assistant: Assistant | undefined;
  openThere: OpenThere;
  renderLabel: (person: Person) => ReactNode;
  onOpen: (personId: string | undefined) => void;
}) {
  const all = useInbox();
  const [view, setView] = useState<View>("toAnswer");
  const entries = all?.filter(({ state }) => view === "all" || state === view) ?? [];
  // Triaged away, a conversation stays open until one goes on; the list beside it moves up.
  const open = all?.find(({ person }) => person.id === openId);
  const at = entries.findIndex(({ person }) => person.id === openId);
  const [lastAt, setLastAt] = useState(0);
  const go = (step: number) => {
    const to = at < 0 ? Math.min(lastAt, entries.length - 1) : at + step;
    const next = entries[to];
    if (!next) return;
    setLastAt(to);
    onOpen(next.person.id);
  };

  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
  });

  if (!all) return null;
  const reading = open && (
    <Reading
      key={open.person.id}
      entry={open}
      assistant={assistant}
      openThere={openThere}
      renderLabel={renderLabel}
    />
  );
  const list = (
    <>
      <header className={isWide ? "grid gap-2 border-b px-3 py-2" : "grid gap-2"}>
        <h2 id="inbox" className="title text-xl">
          {i18n.t("inbox.title")}
        </h2>
        <Segmented
          label={i18n.t("inbox.show")}
          value={view}
          options={VIEWS.map((value) => ({
            value,
            label: i18n.t(`inbox.views.${value}`),
            ...countOf(all, value),
          }))}
          onChange={setView}
          className="justify-self-start"
        />
      </header>
      {entries.length > 0 ? (
        <InboxList entries={entries} openId={openId} onOpen={onOpen} />
      ) : (
        <EmptyState
          drawing={<LookingGlass />}
          title={i18n.t(all.length === 0 ? "inbox.empty" : `inbox.none.${view}`)}
        >
          {all.length === 0 && i18n.t("inbox.emptyHow")}
        </EmptyState>
      )}
    </>
  );
  if (!isWide)
    return (
      <section aria-labelledby={reading ? undefined : "inbox"} className="grid grid-cols-1 gap-3">
        {reading ? (
          <>
            <Button
              variant="ghost"
              size="sm"
              className="-ml-1 justify-self-start"
              onClick={() => onOpen(undefined)}
            >
              <ArrowLeft aria-hidden="true" />
              {i18n.t("inbox.title")}
            </Button>
            {reading}
          </>
        ) : (
          list
        )}
      </section>
    );
  return (
    <section aria-labelledby="inbox" className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 w-96 shrink-0 flex-col border-r">{list}</div>
      <div className="min-w-0 flex-1 overflow-auto bg-surface">
        <div className="mx-auto max-w-160 px-6 py-5">
          {reading ?? (
            <p className="py-12 text-center text-sm text-ink-faint">{i18n.t("inbox.pick")}</p>
          )}
        </div>
      </div>
    </section>
  );
}

/** Said where there are some: a nought says nothing and takes the room of the next choice. */
function countOf(all: readonly InboxEntry[], view: View): { count?: string } {
  const some = all.filter(({ state }) => state === view).length;
  return some > 0 ? { count: numberText(some) } : {};
}
