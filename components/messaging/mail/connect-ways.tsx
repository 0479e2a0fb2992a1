import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import type { MailOverview } from "@/lib/cloud/mail-api";
import { openConsent } from "./open-consent";
import { ResendForm } from "./resend-form";

/** The ways to connect a mailbox; what a way still needs on the server is named. */
export function ConnectWays({ overview }: { overview: MailOverview }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 className="text-base font-semibold">{i18n.t("mailing.connect.title")}</h3>
      <ul className="grid grid-cols-1 gap-2">
        {overview.ways.map(({ provider, missing }) => (
          <li key={provider} className="grid gap-2 rounded-lg border bg-surface px-4 py-3 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <div className="grid min-w-0 flex-1 gap-0.5">
                <h4 className="font-medium">{i18n.t(`mailing.providers.${provider}`)}</h4>
                <p className="text-xs text-ink-soft">{i18n.t(`mailing.connect.${provider}`)}</p>
              </div>
              {missing.length === 0 && (
                <Button
                  size="sm"
                  aria-expanded={provider === "resend" ? isOpen : undefined}
                  onClick={() =>
                    provider === "resend" ? setOpen(!isOpen) : void openConsent(provider)
                  }
                >
                  {i18n.t("mailing.connect.go")}
                </Button>
              )}
            </div>
            {missing.length > 0 && (
              <p className="text-xs break-words text-ink-faint">
                {i18n.t("mailing.connect.missing", [missing.join(", ")])}
              </p>
            )}
            {provider === "resend" && isOpen && (
              <ResendForm shared={overview.shared} onDone={() => setOpen(false)} />
            )}
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-faint">{i18n.t("mailing.without")}</p>
    </section>
  );
}
