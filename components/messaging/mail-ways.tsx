import { Download, Mail as MailIcon } from "lucide-react";
import { lazy, Suspense } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { emlOf } from "@/lib/messaging/mail/eml";
import { farewellLine, wantsFarewell } from "@/lib/messaging/mail/farewell";
import { composeMail } from "@/lib/messaging/mail/mail";
import { MAILTO_LIMIT, mailtoOf } from "@/lib/messaging/mail/mailto";
import type { DraftFields } from "@/lib/messaging/kept-draft";
import type { Template } from "@/lib/model/template";
import type { Facts } from "@/lib/messaging/variables/variable";
import { useFarewellTime, useMailOverview, useNever } from "./mail/queries";
import { saveFile } from "./save-file";

const SendWays = lazy(() => import("./mail/send-ways"));
const PersonMails = lazy(() => import("./mail/person-mails"));

type Body = { subject: string; text: string; format: "text" | "html" };

/**
 * A mail goes out of a mailbox of one's own, or through the person's own program: a link with every field, or a
 * file it opens as a draft. None of them to an address never written to.
 */
export default function MailWays({
  id,
  body,
  facts,
  language,
  template,
  farewell,
  isReady,
  onFarewell,
  onBlocked,
  onOut,
  settle,
  onSent,
}: {
  id: string;
  body: Body;
  facts: Facts;
  language: string;
  template: Template | undefined;
  /** Whether it ends with the line about writing no more, where that was chosen by hand. */
  farewell: boolean | undefined;
  onFarewell: (farewell: boolean) => void;
  isReady: boolean;
  onBlocked: () => void;
  onOut: () => void;
  settle: () => Promise<DraftFields>;
  onSent: () => void;
}) {
  const { person, self } = facts;
  const address = person.email ?? person.contact?.emails?.[0];
  const hasMailbox = useMailOverview().data?.mailboxes.some(({ problem }) => problem === undefined);
  const isNever = useNever(address) !== undefined;
  const usual = useFarewellTime();
  const hasFarewell = farewell ?? wantsFarewell(usual, template);
  const line = farewellLine(language, hasMailbox ? "link" : "answer");
  const mail = (isOurs = false) => {
    return composeMail({
      subject: body.subject,
      body: body.text,
      format: body.format,
      to: address ? { address, name: person.fullName } : undefined,
      from: self?.email ? { address: self.email, name: self.fullName } : undefined,
      // A mail the server sends gets its line there, with an address that is the recipient's own.
      farewell: hasFarewell && !isOurs ? farewellLine(language, "answer") : undefined,
    });
  };
  const link = body.format === "text" ? mailtoOf(mail()) : "";
  const isLinkable = link !== "" && link.length <= MAILTO_LIMIT;
  const run = (act: () => void) => {
    if (!isReady) return onBlocked();
    act();
    return onOut();
  };
  const saveEml = () => {
    const boundary = `rapport-${crypto.randomUUID()}`;
    const text = emlOf(mail(), { now: new Date(), boundary });
    saveFile(`${fileName(body.subject)}.eml`, text, "message/rfc822");
  };

  return (
    <div className="grid grid-cols-1 gap-3">
      <label className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 text-sm">
        <input
          type="checkbox"
          className="translate-y-px accent-plum"
          checked={hasFarewell}
          onChange={(event) => onFarewell(event.target.checked)}
        />
        <span>{i18n.t("mailing.farewell.end")}</span>
        <span className="col-start-2 text-xs text-ink-faint">
          {hasFarewell ? `“${line}”` : i18n.t("mailing.farewell.law")}
        </span>
      </label>
      <Suspense>
        <SendWays
          key={address}
          outgoing={{
            id,
            personId: person.id,
            to: { address: address ?? "", name: person.fullName },
            place: person.location,
            hasFarewell,
            compose: () => mail(true),
            settle,
          }}
          isReady={isReady}
          onBlocked={onBlocked}
          onSent={onSent}
        />
      </Suspense>
      {!isNever && (
        <div className="flex flex-wrap gap-2">
          {isLinkable && (
            <Button
              size="sm"
              variant={hasMailbox ? "plain" : "primary"}
              onClick={() => run(() => location.assign(link))}
            >
              <MailIcon aria-hidden="true" />
              {i18n.t("messaging.mail.open")}
            </Button>
          )}
          <Button size="sm" onClick={() => run(saveEml)}>
            <Download aria-hidden="true" />
            {i18n.t("messaging.mail.save")}
          </Button>
        </div>
      )}
      <Suspense>
        <PersonMails personId={person.id} name={person.fullName} />
      </Suspense>
    </div>
  );
}

function fileName(subject: string): string {
  const plain = subject.replaceAll(/[^\p{L}\p{N} -]+/gu, "").trim();
  return plain.slice(0, 60) || i18n.t("messaging.forms.email");
}
