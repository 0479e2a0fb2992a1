import { useQueryClient } from "@tanstack/react-query";
import { Check, Unplug } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Mailbox } from "@/lib/cloud/mail-api";
import { browser } from "@/lib/platform/browser";
import { openConsent } from "./open-consent";
import { afterMail, mailApi } from "./queries";

/** Where a consent is seen and taken back by the one who gave it. */
const CONSENT_PAGES: Record<Mailbox["provider"], string | undefined> = {
  gmail: "https://myaccount.google.com/connections",
  outlook: "https://account.live.com/consent/Manage",
  resend: undefined,
};

/** One connected mailbox: how it stands, how much it may send, and the way to let it go. */
export function MailboxCard({ mailbox }: { mailbox: Mailbox }) {
  const queries = useQueryClient();
  const { id, address, provider, canRead, problem, sentToday, dailyLimit, hook } = mailbox;
  const [limit, setLimit] = useState(String(dailyLimit));
  const [name, setName] = useState(mailbox.name);
  const [isLeaving, setLeaving] = useState(false);

  const run = async (work: () => Promise<unknown>, told: string) => {
    try {
      await work();
      await afterMail(queries);
      await say(told);
    } catch (error) {
      await say(sentenceOf(error));
    }
  };
  const disconnect = async () => {
    try {
      const { consent } = await (await mailApi()).disconnect(id);
      await afterMail(queries);
      const page = consent === "byHand" ? CONSENT_PAGES[provider] : undefined;
      if (!page) return await say(i18n.t("mailing.box.disconnected"));
      return await say(i18n.t("mailing.box.takeBackYourself"), {
        label: i18n.t("mailing.box.takeBack"),
        onClick: () => void browser.tabs.create({ url: page }),
      });
    } catch (error) {
      return say(sentenceOf(error));
    }
  };
  const keep = () => {
    const next = Math.round(Number(limit));
    if (!(next >= 1 && next <= 2000)) return setLimit(String(dailyLimit));
    if (next === dailyLimit && name === mailbox.name) return undefined;
    return void run(
      async () => (await mailApi()).changeMailbox(id, { dailyLimit: next, name }),
      i18n.t("mailing.box.kept"),
    );
  };

  return (
    <section
      aria-label={address}
      className="grid grid-cols-1 gap-3 rounded-lg border bg-surface px-4 py-3"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 text-base font-semibold break-all">{address}</h3>
        {problem === undefined && (
          <Badge tone="moss">
            <Check aria-hidden="true" />
            {i18n.t("mailing.box.ready")}
          </Badge>
        )}
        <span className="ml-auto text-xs text-ink-faint">
          {i18n.t(`mailing.providers.${provider}`)}
        </span>
      </header>
      {problem !== undefined && (
        <Notice
          tone="brick"
          action={
            provider !== "resend" && (
              <Button size="sm" onClick={() => void openConsent(provider)}>
                {i18n.t("mailing.box.again")}
              </Button>
            )
          }
        >
          {i18n.t("mailing.box.signedOut")}
        </Notice>
      )}
      <p className="text-sm text-ink-soft">
        {i18n.t("mailing.box.today", [String(sentToday), String(dailyLimit)])}{" "}
        {i18n.t(canRead ? "mailing.box.reads" : readsNot(provider))}
      </p>
      {hook !== undefined && (
        <p className="text-xs break-all text-ink-faint">{i18n.t("mailing.box.hook", [hook])}</p>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <Field label={i18n.t("mailing.box.name")}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={120}
              value={name}
              onBlur={keep}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={i18n.t("mailing.box.limit")}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={1}
              max={2000}
              value={limit}
              onBlur={keep}
              onChange={(event) => setLimit(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button
        size="sm"
        variant="danger"
        className="justify-self-start"
        onClick={() => setLeaving(true)}
      >
        <Unplug aria-hidden="true" />
        {i18n.t("mailing.box.disconnect")}
      </Button>
      <Dialog
        open={isLeaving}
        onClose={() => setLeaving(false)}
        title={i18n.t("mailing.box.disconnectTitle", [address])}
        footer={
          <>
            <Button onClick={() => setLeaving(false)}>{i18n.t("common.cancel")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setLeaving(false);
                void disconnect();
              }}
            >
              {i18n.t("mailing.box.disconnect")}
            </Button>
          </>
        }
      >
        <div className="grid gap-2">
          <p>{i18n.t(`mailing.box.consent.${provider}`)}</p>
          <p>{i18n.t("mailing.box.disconnectHow")}</p>
        </div>
      </Dialog>
    </section>
  );
}

function readsNot(provider: Mailbox["provider"]) {
  return provider === "resend" ? "mailing.box.readsByHook" : "mailing.box.readsNot";
}
