import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { takeUpAgain } from "@/lib/messaging/store/mails";
import type { Message } from "@/lib/model/message";
import { failureText } from "./failure-text";
import { afterMail, mailApi } from "./queries";
import { ScheduleForm } from "./schedule-form";
import { bothClocks, ownZone } from "./zone-text";

/** What became of mails, each with its state; one that waits can be moved or called off. */
export function MailList({ mails, label }: { mails: readonly Message[]; label: string }) {
  if (mails.length === 0) return null;
  return (
    <ul aria-label={label} className="grid grid-cols-1 gap-2">
      {mails.map((mail) => (
        <MailLine key={mail.id} mail={mail} />
      ))}
    </ul>
  );
}

function MailLine({ mail }: { mail: Message }) {
  const queries = useQueryClient();
  const [isMoving, setMoving] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { tone, word } = standingOf(mail);
  const { scheduledFor, zone } = mail;

  const act = async (work: () => Promise<unknown>, told: string) => {
    setBusy(true);
    try {
      await work();
      await afterMail(queries);
      setMoving(false);
      await say(told);
    } catch (error) {
      await say(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <li className="grid gap-2 rounded-lg border bg-surface px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>{word}</Badge>
        <span className="min-w-0 flex-1 truncate font-medium">
          {mail.subject || i18n.t("mailing.noSubject")}
        </span>
        {mail.sentAt !== undefined && (
          <span className="text-xs text-ink-faint">
            <Moment at={mail.sentAt} />
          </span>
        )}
      </div>
      <p className="text-xs break-words text-ink-soft">
        {[mail.address, detailOf(mail)].filter(Boolean).join(" · ")}
      </p>
      {mail.status === "scheduled" && scheduledFor !== undefined && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
            {i18n.t("mailing.list.move")}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            disabled={isBusy}
            onClick={() =>
              void act(
                async () => (await mailApi()).callOff(mail.id),
                i18n.t("mailing.send.calledOff"),
              )
            }
          >
            {i18n.t("mailing.list.callOff")}
          </Button>
        </div>
      )}
      {mail.status === "failed" && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => void act(() => takeUpAgain(mail.id), i18n.t("mailing.list.taken"))}
        >
          {i18n.t("mailing.list.again")}
        </Button>
      )}
      {isMoving && (
        <ScheduleForm
          zone={zone}
          at={scheduledFor}
          isBusy={isBusy}
          label={i18n.t("mailing.list.move")}
          onPlan={(when) =>
            void act(
              async () => (await mailApi()).move(mail.id, when),
              i18n.t("mailing.list.moved"),
            )
          }
        />
      )}
    </li>
  );
}

function standingOf({ status, direction, replied, bounce, automatic }: Message): {
  tone: Tone;
  word: string;
} {
  if (automatic) return { tone: "quiet", word: i18n.t("mailing.is.automatic") };
  if (direction === "received") return { tone: "moss", word: i18n.t("mailing.is.received") };
  if (bounce) return { tone: "brick", word: i18n.t("mailing.is.bounced") };
  if (status === "failed") return { tone: "brick", word: i18n.t("mailing.is.failed") };
  if (replied) return { tone: "moss", word: i18n.t("mailing.is.replied") };
  if (status === "scheduled") return { tone: "plum", word: i18n.t("mailing.is.scheduled") };
  if (status === "delivered") return { tone: "quiet", word: i18n.t("mailing.is.delivered") };
  return { tone: "quiet", word: i18n.t("mailing.is.sent") };
}

function detailOf(mail: Message): string {
  if (mail.status === "scheduled" && mail.scheduledFor !== undefined) {
    return bothClocks(mail.scheduledFor, mail.zone ?? ownZone());
  }
  return mail.failureReason === undefined ? "" : failureText(mail);
}
