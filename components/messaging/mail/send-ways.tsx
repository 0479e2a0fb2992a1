import { useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Paperclip, Send, X } from "lucide-react";
import { useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { isAddress } from "@/lib/messaging/mail/address";
import type { MailFile } from "@/lib/messaging/mail/mime";
import { useMailOverview, useMailsWith, useNever } from "./queries";
import { readFiles } from "./read-files";
import { ScheduleForm } from "./schedule-form";
import { useSend, type Outgoing } from "./use-send";

/** Sending from a mailbox of one's own, now or at a moment; in the panel and on the desk. */
export default function SendWays({
  outgoing,
  isReady,
  onBlocked,
  onSent,
}: {
  outgoing: Outgoing;
  isReady: boolean;
  onBlocked: () => void;
  onSent: () => void;
}) {
  const overview = useMailOverview().data;
  const [to, setTo] = useState(outgoing.to.address);
  const [chosen, setChosen] = useState<string>();
  const [isPlanning, setPlanning] = useState(false);
  const [files, setFiles] = useState<MailFile[]>([]);
  const [inThread, setInThread] = useState(true);
  const picker = useRef<HTMLInputElement>(null);
  const never = useNever(to);
  const last = useMailsWith(outgoing.personId).find(
    ({ externalId, automatic }) => externalId?.startsWith("<") && !automatic,
  );
  const mailboxes = overview?.mailboxes.filter(({ problem }) => problem === undefined) ?? [];
  const mailbox = mailboxes.find(({ id }) => id === chosen) ?? mailboxes[0];
  const sending = useSend({ outgoing, onSent });

  if (!overview) return null;
  if (!mailbox) return <NotConnected hasProblem={overview.mailboxes.length > 0} />;

  const isFull = mailbox.sentToday >= mailbox.dailyLimit;
  const canSend = isAddress(to) && never === undefined;
  const go = (when: Parameters<typeof sending.send>[1]) => {
    if (!isReady) return onBlocked();
    return void sending.send(
      {
        mailbox: mailbox.id,
        address: to,
        files,
        ...(last && inThread && { answers: last.id }),
      },
      when,
    );
  };
  const pick = async (list: FileList | null) => {
    const read = await readFiles([...(list ?? [])], files, mailbox.fileBytes);
    if (read.problem !== undefined) return sending.fail(read.problem);
    return setFiles(read.files);
  };

  return (
    <section
      aria-label={i18n.t("mailing.send.title")}
      className="grid gap-2 rounded-lg border bg-surface p-3"
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 text-sm">
        <span className="text-ink-faint">{i18n.t("mailing.send.from")}</span>
        {mailboxes.length > 1 ? (
          <Select
            label={i18n.t("mailing.send.from")}
            value={mailbox.id}
            options={mailboxes.map(({ id, address }) => ({ value: id, label: address }))}
            onPick={setChosen}
          />
        ) : (
          <span className="truncate">{mailbox.address}</span>
        )}
        <span className="text-ink-faint">{i18n.t("mailing.send.to")}</span>
        <Input
          type="email"
          aria-label={i18n.t("mailing.send.to")}
          placeholder={i18n.t("mailing.send.noAddress")}
          value={to}
          onChange={(event) => setTo(event.target.value.trim())}
        />
      </div>
      {last && (
        <label className="flex min-w-0 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="accent-plum"
            checked={inThread}
            onChange={(event) => setInThread(event.target.checked)}
          />
          <span className="truncate">
            {i18n.t("mailing.send.inThread", [last.subject ?? i18n.t("mailing.noSubject")])}
          </span>
        </label>
      )}
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {files.map((file) => (
            <li
              key={file.name}
              className="inline-flex items-center gap-1 rounded-md bg-hover pl-2 text-xs"
            >
              <span className="max-w-48 truncate">{file.name}</span>
              <IconButton
                size="icon-sm"
                label={i18n.t("mailing.send.dropFile", [file.name])}
                onClick={() => setFiles(files.filter((one) => one !== file))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {never !== undefined && (
        <Notice tone="brick">{i18n.t(`mailing.never.${reasonKey(never)}`, [to])}</Notice>
      )}
      {isFull && (
        <Notice tone="saffron">{i18n.t("mailing.send.full", [String(mailbox.dailyLimit)])}</Notice>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          variant="primary"
          disabled={!canSend || sending.isBusy}
          aria-busy={sending.isBusy}
          onClick={() => go("now")}
        >
          {sending.isBusy ? <Spinner /> : <Send aria-hidden="true" />}
          {i18n.t("mailing.send.now")}
        </Button>
        <Button
          aria-expanded={isPlanning}
          disabled={!canSend}
          onClick={() => setPlanning(!isPlanning)}
        >
          <CalendarClock aria-hidden="true" className="max-[22rem]:hidden" />
          {i18n.t("mailing.send.later")}
        </Button>
        <IconButton label={i18n.t("mailing.send.addFile")} onClick={() => picker.current?.click()}>
          <Paperclip aria-hidden="true" />
        </IconButton>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            void pick(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      {isPlanning && (
        <ScheduleForm
          place={outgoing.place}
          isBusy={sending.isBusy}
          label={i18n.t("mailing.send.plan")}
          onPlan={go}
        />
      )}
      {sending.problem !== undefined && (
        <Notice tone="brick" urgent>
          {sending.problem}
        </Notice>
      )}
    </section>
  );
}

function NotConnected({ hasProblem }: { hasProblem: boolean }) {
  const queries = useQueryClient();
  return (
    <p className="text-xs text-ink-faint">
      {i18n.t(hasProblem ? "mailing.send.lapsed" : "mailing.send.unconnected")}{" "}
      <a
        href="/options.html#mail"
        target="_blank"
        rel="noreferrer"
        className="rounded-sm text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current"
        onClick={() => void queries.invalidateQueries({ queryKey: ["mail"] })}
      >
        {i18n.t("mailing.send.connect")}
      </a>
    </p>
  );
}

const REASONS = ["unsubscribed", "complained", "bounced", "byHand", "imported"] as const;

export function reasonKey(reason: string): (typeof REASONS)[number] {
  return REASONS.find((one) => one === reason) ?? "byHand";
}
