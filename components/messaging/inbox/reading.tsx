import { Check, Reply } from "lucide-react";
import { useState, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { focusControl } from "@/components/ui/focus-control";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { occasionFor } from "@/lib/messaging/due/occasion";
import { whereToSend } from "@/lib/messaging/due/where";
import { beginDue } from "@/lib/messaging/store/due";
import type { InboxEntry } from "@/lib/messaging/store/inbox";
import type { Person } from "@/lib/model/person";
import type { Assistant } from "../assistant";
import { finish, snooze, touched } from "../desk/card-acts";
import type { OpenThere } from "../desk/card-view";
import { SnoozeMenu } from "../desk/snooze-menu";
import type { DeskUse } from "../desk-use";
import Drafting from "../drafting";
import { Recipient } from "../recipient";
import { Bubbles, SHOWN } from "./bubbles";
import { stateText } from "./inbox-list";
import { useConversation } from "./queries";

/** One conversation, what to do about it, and the answer as one writes it. */
export function Reading({
  entry,
  assistant,
  openThere,
  renderLabel,
}: {
  entry: InboxEntry;
  assistant: Assistant | undefined;
  openThere: OpenThere;
  /** The field in which its labels are kept. */
  renderLabel: (person: Person) => ReactNode;
}) {
  const { person, due, state } = entry;
  const messages = useConversation(person.id);
  const [shown, setShown] = useState(SHOWN);
  const [isAnswering, setAnswering] = useState(false);
  const whom = { name: person.fullName, personId: person.id };
  const isSettled = state === "settled";

  useShortcuts({
    a: () => focusControl("a"),
    d: () => focusControl("d"),
    z: () => focusControl("z"),
    l: () => focusControl("t"),
  });

  return (
    <article aria-label={person.fullName} className="grid grid-cols-1 gap-3">
      {!isAnswering && <Recipient person={person} />}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          size="sm"
          variant={isAnswering ? "plain" : "primary"}
          aria-keyshortcuts="a"
          aria-expanded={isAnswering}
          onClick={() => setAnswering(!isAnswering)}
        >
          <Reply aria-hidden="true" />
          {i18n.t(due.kind === "answer" ? "inbox.answer" : "inbox.writeAgain")}
          <Kbd keys="a" />
        </Button>
        {!isSettled && (
          <Button size="sm" aria-keyshortcuts="d" onClick={() => void finish([due], whom, "done")}>
            <Check aria-hidden="true" />
            {i18n.t("due.done")}
            <Kbd keys="d" />
          </Button>
        )}
        <SnoozeMenu onPick={(until) => void snooze([due], whom, until)} />
        <span className="ml-auto text-xs text-ink-faint">{stateText(entry)}</span>
      </div>
      <div className="flex items-center gap-1">
        <Kbd keys="l" />
        <div className="min-w-0 flex-1">{renderLabel(person)}</div>
      </div>
      {messages && messages.length > shown && (
        <Button size="sm" variant="ghost" onClick={() => setShown(shown + 100)}>
          {i18n.t("inbox.earlier", messages.length - shown)}
        </Button>
      )}
      {messages && <Bubbles messages={messages.slice(-shown)} name={person.fullName} />}
      {isAnswering && (
        <div className="border-t pt-3">
          <Drafting
            personId={person.id}
            {...(assistant && { assistant })}
            desk={answerUse(entry, openThere)}
            onDone={() => setAnswering(false)}
          />
        </div>
      )}
    </article>
  );
}

function answerUse({ person, due, conversation }: InboxEntry, openThere: OpenThere): DeskUse {
  const where = (form: Parameters<DeskUse["open"]>[0]) =>
    whereToSend({ form, person, last: conversation.last });
  return {
    occasion: occasionFor(due, conversation.last),
    isAtOnce: true,
    canOpen: (form) => where(form) !== undefined,
    open: async (form) => {
      const url = where(form);
      if (url !== undefined) await openThere(url);
    },
    begin: (messageId) => beginDue(touched([due], person.fullName), messageId),
  };
}
