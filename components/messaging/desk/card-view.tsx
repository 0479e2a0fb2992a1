import { ArrowUpRight } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { focusControl } from "@/components/ui/focus-control";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Reason } from "@/lib/messaging/due/due";
import { isWritten, occasionFor } from "@/lib/messaging/due/occasion";
import type { Card } from "@/lib/messaging/due/queue";
import { whereIs, whereJobIs, whereToSend } from "@/lib/messaging/due/where";
import { toPlainText } from "@/lib/messaging/language/html";
import type { MessageForm } from "@/lib/messaging/limits";
import { beginDue } from "@/lib/messaging/store/due";
import type { Job } from "@/lib/model/job";
import type { Message } from "@/lib/model/message";
import type { Assistant } from "../assistant";
import type { DeskUse } from "../desk-use";
import Drafting from "../drafting";
import { Recipient } from "../recipient";
import { CardActions } from "./card-actions";
import { touched } from "./card-acts";
import { useJobOf, useLast } from "./queries";
import { Reasons } from "./reason-line";

export type OpenThere = (url: string) => Promise<unknown>;

/** One due action with everything it takes to do it. */
export function CardView({
  card,
  assistant,
  openThere,
  onPerson,
  onDone,
}: {
  card: Card;
  assistant: Assistant | undefined;
  openThere: OpenThere;
  onPerson?: (id: string) => void;
  /** It was sent: the next takes its place by itself. */
  onDone: () => void;
}) {
  const last = useLast(card.personId);
  const job = useJobOf(card.jobId);
  if (last === undefined || job === undefined) return null;
  const desk = deskUse(card, last ?? undefined, openThere);
  return (
    <article aria-label={card.person?.fullName ?? card.task?.title} className="grid gap-3">
      <Reasons card={card} />
      <Quoted reason={card.reason} />
      {desk && card.personId !== undefined ? (
        <Drafting
          personId={card.personId}
          {...(assistant && { assistant })}
          desk={desk}
          onDone={onDone}
        />
      ) : (
        <PlainCard card={card} job={job ?? undefined} openThere={openThere} />
      )}
      <CardActions card={card} onPerson={onPerson} />
    </article>
  );
}

/** The words one answers, or waits on: nobody should have to look them up. */
function Quoted({ reason }: { reason: Reason }) {
  if (reason.rule !== "answer" && reason.rule !== "followUp") return null;
  const { text = "" } = reason;
  const isHtml = /^\s*<\w/u.test(text);
  if (text === "") return null;
  return (
    <blockquote
      aria-label={i18n.t(reason.rule === "answer" ? "due.theyWrote" : "due.youWrote")}
      className="max-h-40 overflow-y-auto rounded-r-md border-l-2 border-plum/40 bg-hover/60 px-3 py-2 text-sm whitespace-pre-line text-ink-soft"
    >
      {isHtml ? toPlainText(text) : text}
    </blockquote>
  );
}

/** Nothing to write: what it is about, and the way there. */
function PlainCard({
  card,
  job,
  openThere,
}: {
  card: Card;
  job: Job | undefined;
  openThere: OpenThere;
}) {
  const { person } = card;
  const url = (job && whereJobIs(job)) ?? (person && whereIs(person));
  useShortcuts({ o: () => focusControl("o") });
  return (
    <>
      {person && <Recipient person={person} />}
      {job && (
        <p className="grid">
          <span className="title text-lg">{job.title}</span>
          <span className="text-sm text-ink-soft">{job.companyName}</span>
        </p>
      )}
      {url !== undefined && (
        <Button
          autoFocus
          variant="primary"
          className="justify-self-start"
          aria-keyshortcuts="o"
          onClick={() => void openThere(url)}
        >
          <ArrowUpRight aria-hidden="true" />
          {i18n.t(job ? "due.openJob" : "due.openProfile")}
          <Kbd keys="o" />
        </Button>
      )}
    </>
  );
}

function deskUse(card: Card, last: Message | undefined, openThere: OpenThere): DeskUse | undefined {
  const { person, also } = card;
  if (!person || !isWritten(card)) return undefined;
  const where = (form: MessageForm) => whereToSend({ form, person, last });
  return {
    occasion: occasionFor(card, last),
    canOpen: (form) => where(form) !== undefined,
    open: async (form) => {
      const url = where(form);
      if (url !== undefined) await openThere(url);
    },
    begin: (messageId) => beginDue(touched([card, ...also], person.fullName), messageId),
  };
}
