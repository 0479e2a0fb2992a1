import { Check, ExternalLink, Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button, IconButton } from "@/components/ui/button";
import { dayText } from "@/components/ui/moment";
import { say } from "@/components/ui/toast";
import type { Provider } from "@/lib/ai/provider";
import * as store from "@/lib/ai/store";
import { KeyForm } from "./key-form";
import { ModelChoice } from "./model-choice";

/** One provider: not set up, or reached with a key of which the end is shown. */
export function ProviderCard({
  provider,
  reach,
  wish,
  isCurrent,
  isChoice,
}: {
  provider: Provider;
  reach: store.Reach | undefined;
  wish: store.Wish;
  isCurrent: boolean;
  /** Whether there are others to choose from. */
  isChoice: boolean;
}) {
  const [isOpen, setOpen] = useState(false);

  const remove = async () => {
    await store.removeReach(provider.id);
    await say(i18n.t("ai.key.removed", [provider.name]));
  };
  const prefer = async () => {
    await store.saveWish({ provider: provider.id });
  };

  return (
    <section
      aria-label={providerName(provider)}
      className="grid grid-cols-1 gap-3 rounded-lg border bg-surface px-4 py-3"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="text-base font-semibold">{providerName(provider)}</h3>
        {reach && isCurrent && (
          <Badge tone="moss">
            <Check aria-hidden="true" />
            {i18n.t("ai.current")}
          </Badge>
        )}
        <div className="ml-auto flex items-center gap-1">
          {reach && isChoice && !isCurrent && (
            <Button size="sm" onClick={() => void prefer()}>
              {i18n.t("ai.prefer")}
            </Button>
          )}
          {!reach && (
            <Button size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {i18n.t(provider.can.key === "none" ? "ai.use" : "ai.setUp")}
            </Button>
          )}
          {reach && (
            <IconButton
              size="icon-sm"
              label={i18n.t("ai.key.remove", [provider.name])}
              onClick={() => void remove()}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          )}
        </div>
      </header>
      {reach && (
        <div className="grid gap-2 text-sm text-ink-soft">
          <p className="flex flex-wrap gap-x-3">
            {reach.last4 !== undefined && (
              <span>{i18n.t("ai.key.ending", [reach.last4 || "····"])}</span>
            )}
            {reach.address !== undefined && <span className="break-all">{reach.address}</span>}
            {reach.checkedAt !== undefined && (
              <span className="text-ink-faint">
                {i18n.t("ai.key.checked", [dayText(reach.checkedAt)])}
              </span>
            )}
          </p>
          {provider.can.leavesDevice && (
            <ModelChoice provider={provider} reach={reach} wished={wish.models[provider.id]} />
          )}
          {!provider.can.leavesDevice && <p>{i18n.t("ai.staysHere")}</p>}
          {provider.can.key !== "none" && (
            <Button
              size="sm"
              variant="link"
              className="justify-self-start"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {i18n.t("ai.key.replace")}
            </Button>
          )}
        </div>
      )}
      {isOpen && (
        <KeyForm provider={provider} address={reach?.address} onDone={() => setOpen(false)} />
      )}
      {isOpen && provider.keyPage !== undefined && (
        <a
          href={provider.keyPage}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 justify-self-start text-sm text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current"
        >
          {i18n.t("ai.key.where", [provider.name])}
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
    </section>
  );
}

export function providerName({ id, name }: Provider): string {
  if (id === "compatible") return i18n.t("ai.compatible");
  return id === "builtin" ? i18n.t("ai.builtin") : name;
}
