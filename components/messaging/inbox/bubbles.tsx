import { Mail } from "lucide-react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { intoSight } from "@/components/ui/into-sight";
import { Moment } from "@/components/ui/moment";
import { toPlainText } from "@/lib/messaging/language/html";
import type { Message } from "@/lib/model/message";
import { failureText } from "../mail/failure-text";

/** How many are shown before one asks for more. */
export const SHOWN = 30;

/** What was written, the newest at the end and in sight. A mail's markup is read as text: nothing of it runs or is fetched. */
export function Bubbles({ messages, name }: { messages: readonly Message[]; name: string }) {
  return (
    <ol aria-label={i18n.t("inbox.with", [name])} className="grid gap-2">
      {messages.map((message) => (
        <Bubble key={message.id} message={message} name={name} />
      ))}
      <li key={`end ${messages.at(-1)?.id}`} ref={intoSight} aria-hidden="true" />
    </ol>
  );
}

function Bubble({ message, name }: { message: Message; name: string }) {
  const { direction, channel, subject, content = "", format, sentAt = "" } = message;
  const isMine = direction !== "received";
  const text = format === "html" ? toPlainText(content) : content;
  return (
    <>
      <li
        className={cn(
          "grid max-w-[88%] gap-0.5 rounded-lg px-3 py-2 text-sm",
          isMine ? "justify-self-end bg-plum-soft" : "justify-self-start border bg-raised",
        )}
      >
        {subject && <p className="font-medium">{subject}</p>}
        <p className="whitespace-pre-line">{text}</p>
        <p className="flex items-center gap-1 text-xs text-ink-faint">
          {channel === "email" && <Mail aria-label={i18n.t("inbox.byMail")} className="size-3" />}
          <span>{isMine ? i18n.t("inbox.you") : name}</span>
          <span aria-hidden="true">·</span>
          <Moment at={sentAt} />
          {message.automatic && <span>· {i18n.t("mailing.is.automatic")}</span>}
        </p>
        {message.status === "failed" && channel === "email" && (
          <p className="text-xs text-brick">{failureText(message)}</p>
        )}
      </li>
      {message.replyContent !== undefined && message.replyMessageId === undefined && (
        <li className="grid max-w-[88%] gap-0.5 justify-self-start rounded-lg border bg-raised px-3 py-2 text-sm">
          <p className="whitespace-pre-line">{message.replyContent}</p>
          <p className="text-xs text-ink-faint">
            {name} {message.repliedAt !== undefined && <Moment at={message.repliedAt} />}
          </p>
        </li>
      )}
    </>
  );
}
