import { i18n } from "#i18n";
import { intoSight } from "@/components/ui/into-sight";
import { Monogram } from "@/components/ui/monogram";
import type { Card } from "@/lib/messaging/due/queue";
import { kindWord, reasonText } from "./reason-text";

/** All that is due, with the one that is open marked. */
export function QueueList({
  cards,
  openId,
  onOpen,
}: {
  cards: readonly Card[];
  openId: string | undefined;
  onOpen: (taskId: string) => void;
}) {
  return (
    <ul aria-label={i18n.t("due.title")} className="min-h-0 flex-1 divide-y overflow-y-auto">
      {cards.map((card) => {
        const { taskId, person, task, kind, reason } = card;
        const job = "job" in reason ? reason.job : undefined;
        const name = person?.fullName ?? job ?? task?.title ?? kindWord(kind);
        const isHere = taskId === openId;
        return (
          <li
            key={taskId}
            className="[contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]"
          >
            <button
              ref={isHere ? intoSight : null}
              type="button"
              aria-current={isHere}
              onClick={() => onOpen(taskId)}
              className="focus-inset flex w-full items-center gap-2.5 px-3 py-2 text-left transition-colors hover:bg-hover aria-[current=true]:bg-plum-soft"
            >
              <Monogram name={name} size="sm" shape={person ? "round" : "square"} />
              <span className="grid min-w-0 flex-1 grid-cols-1">
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 truncate text-sm font-medium">{name}</span>
                  <span className="shrink-0 text-xs text-plum">{kindWord(kind)}</span>
                </span>
                <span className="truncate text-xs text-ink-soft">{reasonText(reason)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
