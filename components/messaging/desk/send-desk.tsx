import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { IconButton } from "@/components/ui/button";
import { OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { numberText } from "@/components/ui/locale";
import { PlaceHead } from "@/components/ui/place-head";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Assistant } from "../assistant";
import { BudgetMeter } from "./budget-meter";
import { CardView, type OpenThere } from "./card-view";
import { useQueue } from "./queries";
import { QueueList } from "./queue-list";

/** The day's work: one after another, beside the list of all where there is room for it. */
export default function SendDesk({
  isWide,
  assistant,
  openThere,
  onPerson,
}: {
  isWide: boolean;
  assistant: Assistant | undefined;
  openThere: OpenThere;
  onPerson?: (id: string) => void;
}) {
  const cards = useQueue();
  const [chosen, choose] = useState<{ taskId: string; index: number }>();
  const at = cards ? placeOf(cards, chosen) : 0;
  const card = cards?.[at];
  const go = (to: number) => {
    const next = cards?.[to];
    if (next) choose({ taskId: next.taskId, index: to });
  };

  useShortcuts({
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
  });

  if (!cards) return null;
  if (!card)
    return (
      <section aria-label={i18n.t("due.title")} className="min-w-0 flex-1 overflow-auto">
        {isWide && <PlaceHead title={i18n.t("due.title")} />}
        <Quiet />
      </section>
    );
  const one = (
    <CardView
      key={card.taskId}
      card={card}
      assistant={assistant}
      openThere={openThere}
      {...(onPerson && { onPerson })}
      onDone={() => choose({ taskId: "", index: at })}
    />
  );
  if (!isWide)
    return (
      <section aria-label={i18n.t("due.title")} className="grid grid-cols-1 gap-3">
        <Stepper at={at} count={cards.length} onGo={go} />
        {one}
        <BudgetMeter className="border-t pt-3" />
      </section>
    );
  return (
    <section aria-labelledby="due" className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 w-80 shrink-0 flex-col border-r xl:w-96">
        <header className="grid gap-1.5 border-b px-3 py-2">
          <div className="flex items-center gap-2">
            <h2 id="due" className="title text-xl">
              {i18n.t("due.title")}
            </h2>
            <p role="status" className="text-xs text-ink-faint tabular-nums">
              {numberText(cards.length)}
            </p>
            <span className="ml-auto inline-flex items-center gap-1 text-xs text-ink-faint">
              <Kbd keys="k" />
              <Kbd keys="j" />
            </span>
          </div>
          <BudgetMeter />
        </header>
        <QueueList
          cards={cards}
          openId={card.taskId}
          onOpen={(taskId) => go(cards.findIndex((other) => other.taskId === taskId))}
        />
      </div>
      <div className="min-w-0 flex-1 overflow-auto bg-surface">
        <div className="mx-auto max-w-160 px-6 py-5">{one}</div>
      </div>
    </section>
  );
}

function Stepper({ at, count, onGo }: { at: number; count: number; onGo: (to: number) => void }) {
  return (
    <div className="flex items-center gap-1">
      <h2 className="sr-only">{i18n.t("due.title")}</h2>
      <p role="status" className="ml-auto text-xs text-ink-faint tabular-nums">
        {i18n.t("due.place", [numberText(at + 1), numberText(count)])}
      </p>
      <IconButton
        size="icon-sm"
        label={i18n.t("due.previous")}
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <IconButton
        size="icon-sm"
        label={i18n.t("due.next")}
        disabled={at === count - 1}
        onClick={() => onGo(at + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Quiet() {
  return (
    <div className="grid min-w-0 flex-1 content-start">
      <EmptyState className="py-12" drawing={<OpenNotebook />} title={i18n.t("due.quiet")}>
        {i18n.t("due.quietHow")}
      </EmptyState>
      <BudgetMeter className="justify-self-center" />
    </div>
  );
}

/** The chosen one; where it is gone, what has moved into its place. */
function placeOf(
  cards: readonly { taskId: string }[],
  chosen: { taskId: string; index: number } | undefined,
): number {
  const found = cards.findIndex(({ taskId }) => taskId === chosen?.taskId);
  if (found >= 0) return found;
  return Math.max(0, Math.min(chosen?.index ?? 0, cards.length - 1));
}
