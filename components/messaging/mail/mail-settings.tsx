import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { ConnectWays } from "./connect-ways";
import { DomainCheck } from "./domain-check";
import { FarewellChoice } from "./farewell-choice";
import { MailList } from "./mail-list";
import { MailboxCard } from "./mailbox-card";
import { NeverList } from "./never-list";
import { useMailOverview, useOpenMails } from "./queries";

/** Everything about sending mail in one place: from where, what waits, how the domain stands, whom never. */
export default function MailSettings() {
  const { data: overview, error } = useMailOverview();
  const open = useOpenMails();
  const waiting = open.filter(({ status }) => status === "scheduled");
  const failed = open.filter(({ status }) => status === "failed");

  return (
    <div className="grid max-w-160 grid-cols-1 gap-6">
      <p className="text-sm text-ink-soft">{i18n.t("mailing.lead")}</p>
      {error && (
        <Notice tone="saffron">
          {sentenceOf(error)} {i18n.t("mailing.without")}
        </Notice>
      )}
      {overview === null && (
        <Notice
          action={
            <a
              href="#account"
              className="text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current"
            >
              {i18n.t("account.title")}
            </a>
          }
        >
          {i18n.t("mailing.noServer")}
        </Notice>
      )}
      {overview && (
        <>
          {overview.mailboxes.length > 0 && (
            <ul className="grid grid-cols-1 gap-3">
              {overview.mailboxes.map((mailbox) => (
                <li key={mailbox.id}>
                  <MailboxCard mailbox={mailbox} />
                </li>
              ))}
            </ul>
          )}
          <ConnectWays overview={overview} />
        </>
      )}
      {waiting.length > 0 && (
        <section className="grid grid-cols-1 gap-2">
          <h3 className="text-base font-semibold">{i18n.t("mailing.list.waiting")}</h3>
          <MailList mails={waiting} label={i18n.t("mailing.list.waiting")} />
        </section>
      )}
      {failed.length > 0 && (
        <section className="grid grid-cols-1 gap-2">
          <h3 className="text-base font-semibold">{i18n.t("mailing.list.failed")}</h3>
          <MailList
            mails={failed.toReversed().slice(0, 20)}
            label={i18n.t("mailing.list.failed")}
          />
        </section>
      )}
      {overview && <DomainCheck mailboxes={overview.mailboxes} />}
      <FarewellChoice />
      {overview && <NeverList />}
    </div>
  );
}
