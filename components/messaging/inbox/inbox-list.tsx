import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { intoSight } from "@/components/ui/into-sight";
import { dayText, momentText, useNow } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import type { InboxEntry } from "@/lib/messaging/store/inbox";
import { dayWord } from "../desk/reason-text";

/** Conversations: with whom, what was said last, and whose turn it is. */
export function InboxList({
  entries,
  openId,
  onOpen,
}: {
  entries: readonly InboxEntry[];
  openId: string | undefined;
  onOpen: (personId: string) => void;
}) {
  const now = useNow();
  return (
    <ul aria-label={i18n.t("inbox.title")} className="min-h-0 flex-1 divide-y overflow-y-auto">
      {entries.map((entry) => {
        const { person, conversation } = entry;
        const isHere = person.id === openId;
        return (
          <li
            key={person.id}
            className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]"
          >
            <button
              ref={isHere ? intoSight : null}
              type="button"
              aria-current={isHere}
              onClick={() => onOpen(person.id)}
              className="focus-inset flex w-full items-start gap-2.5 px-3 py-2 text-left transition-colors hover:bg-hover aria-[current=true]:bg-plum-soft"
            >
              <Monogram name={person.fullName} size="sm" />
              <span className="grid min-w-0 flex-1 grid-cols-1">
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 truncate text-sm font-medium">
                    {person.fullName}
                  </span>
                  <span className="shrink-0 text-xs text-ink-faint">
                    {momentText(conversation.last.sentAt!, now)}
                  </span>
                </span>
                <span className="truncate text-xs text-ink-soft">{lastLine(entry)}</span>
                <span className="flex min-w-0 items-center gap-1.5 pt-0.5 text-xs">
                  <span
                    className={cn(
                      "truncate",
                      entry.state === "toAnswer" ? "text-plum" : "text-ink-faint",
                    )}
                  >
                    {stateText(entry)}
                  </span>
                  {(person.tags ?? []).slice(0, 3).map((tag) => (
                    <span
                      key={tag}
                      className="max-w-24 shrink-0 truncate rounded-sm bg-hover px-1 text-ink-soft max-sm:hidden"
                    >
                      {tag}
                    </span>
                  ))}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Whose turn it is, and since when. */
export function stateText({ state, conversation, until }: InboxEntry): string {
  const since = dayWord(conversation.last.sentAt!);
  if (state === "toAnswer") return i18n.t("inbox.theyWait", [since]);
  if (state === "waiting") return i18n.t("inbox.youWait", [since]);
  if (state === "snoozed") return i18n.t("inbox.rests", [dayText(until ?? "")]);
  return i18n.t("inbox.settled");
}

function lastLine({ conversation: { last } }: InboxEntry): string {
  const text = (last.content ?? "").replaceAll(/<[^>]*>|\s+/gu, " ").trim();
  const line = last.subject ? `${last.subject}: ${text}` : text;
  return last.direction === "received" ? line : i18n.t("inbox.mine", [line]);
}
