import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import type { Mailbox } from "@/lib/cloud/mail-api";
import { domainReport, type Finding, type Part } from "@/lib/messaging/domain/report";
import { adviceFor } from "./advice";
import { mailApi } from "./queries";

const ICONS = { good: CircleCheck, poor: TriangleAlert, bad: CircleAlert };
const INKS = { good: "text-moss", poor: "text-saffron", bad: "text-brick" };

/** How one's own domain stands with those who receive its mail, and what to do about it. */
export function DomainCheck({ mailboxes }: { mailboxes: readonly Mailbox[] }) {
  const first = mailboxes[0]?.address.split("@")[1] ?? "";
  const [typed, setTyped] = useState<string>();
  const domain = (typed ?? first).trim().toLowerCase();
  const sender = mailboxes.find(({ address }) => address.endsWith(`@${domain}`))?.provider;
  const check = useMutation({
    mutationFn: async () =>
      (await mailApi()).checkDomain({ domain, ...(sender && { sender }) }, domainReport),
  });
  const report = check.data;

  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 className="text-base font-semibold">{i18n.t("mailing.domain.title")}</h3>
      <p className="text-sm text-ink-soft">{i18n.t("mailing.domain.lead")}</p>
      <form
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate();
        }}
      >
        <Input
          className="max-w-72"
          aria-label={i18n.t("mailing.domain.name")}
          placeholder="example.org"
          spellCheck={false}
          value={typed ?? first}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={domain === "" || check.isPending}>
          {check.isPending && <Spinner />}
          {i18n.t("mailing.domain.check")}
        </Button>
      </form>
      {check.error && (
        <Notice tone="brick" urgent>
          {sentenceOf(check.error)}
        </Notice>
      )}
      {report && (
        <div className="grid grid-cols-1 gap-4" role="status">
          <Judged title="SPF" lead={i18n.t("mailing.domain.spf")} part={report.spf} />
          <Judged title="DKIM" lead={i18n.t("mailing.domain.dkim")} part={report.dkim} />
          <Judged title="DMARC" lead={i18n.t("mailing.domain.dmarc")} part={report.dmarc} />
        </div>
      )}
    </section>
  );
}

function Judged({ title, lead, part }: { title: string; lead: string; part: Part }) {
  return (
    <section className="grid gap-1.5" aria-label={title}>
      <h4 className="text-sm font-semibold">
        {title} <span className="font-normal text-ink-faint">{lead}</span>
      </h4>
      <ul className="grid gap-1.5">
        {part.findings.map((finding) => (
          <FindingLine key={`${finding.code} ${finding.about}`} finding={finding} />
        ))}
      </ul>
      {part.record !== undefined && (
        <p className="rounded-md bg-hover px-2 py-1 font-mono text-xs break-all text-ink-soft">
          {part.record}
        </p>
      )}
    </section>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const Icon = ICONS[finding.level];
  return (
    <li className="flex gap-2 text-sm">
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", INKS[finding.level])} />
      <span>{adviceFor(finding)}</span>
    </li>
  );
}
