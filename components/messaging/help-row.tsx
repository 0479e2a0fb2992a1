import { Eye, Feather, Languages, Scissors, Sparkles, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { tip } from "@/components/ui/tip";
import type { Assistant } from "./assistant";
import type { Help, HelpState } from "./use-help";
import { languageSaid } from "./words";

const ICONS: Record<Help, ReactNode> = {
  shorter: <Scissors aria-hidden="true" />,
  warmer: <Sun aria-hidden="true" />,
  translate: <Languages aria-hidden="true" />,
  voice: <Feather aria-hidden="true" />,
};

/** What can be done to the draft, by an AI or by rule; and plainly, what an AI would add. */
export function HelpRow({
  state,
  can,
  assistant,
  otherLanguage,
  onHelp,
  onVariants,
  onStop,
  onDismiss,
}: {
  state: HelpState;
  can: Record<Help, boolean>;
  assistant: Assistant | undefined;
  otherLanguage: string;
  onHelp: (help: Help) => void;
  onVariants: () => void;
  onStop: () => void;
  onDismiss: () => void;
}) {
  const isAi = assistant?.name !== undefined;
  const label = (help: Help) =>
    help === "translate"
      ? i18n.t("messaging.help.translate", [languageSaid(otherLanguage)])
      : i18n.t(`messaging.help.${help}`);

  return (
    <section aria-label={i18n.t("messaging.help.title")} className="grid gap-2 border-t pt-3">
      {state.is === "running" ? (
        <div className="flex items-center gap-2 text-sm text-ink-soft" role="status">
          <Spinner />
          <span className="flex-1">
            {i18n.t("messaging.help.writing", [assistant?.name ?? ""])}
          </span>
          <Button size="sm" onClick={onStop}>
            {i18n.t("messaging.help.stop")}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-1">
          {(Object.keys(ICONS) as Help[]).map((help) => (
            <Button
              key={help}
              size="sm"
              variant="ghost"
              aria-disabled={!can[help]}
              onClick={() => can[help] && onHelp(help)}
              {...(can[help] ? {} : tip(why(help)))}
            >
              {ICONS[help]}
              {label(help)}
            </Button>
          ))}
          <Button size="sm" variant="ghost" aria-keyshortcuts="v" onClick={onVariants}>
            <Sparkles aria-hidden="true" />
            {i18n.t("messaging.help.variants")}
            <Kbd keys="v" />
          </Button>
          {assistant?.showLast && (
            <IconButton
              size="icon-sm"
              label={i18n.t("messaging.help.whatLeft")}
              onClick={assistant.showLast}
            >
              <Eye aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
      {state.is === "failed" && (
        <Notice
          tone="brick"
          urgent
          action={
            <Button size="sm" onClick={onDismiss}>
              {i18n.t("common.close")}
            </Button>
          }
        >
          {state.why}
        </Notice>
      )}
      {!isAi && (
        <p className="text-xs text-ink-faint">
          {i18n.t("messaging.help.byRule")}{" "}
          {assistant && (
            <button
              type="button"
              onClick={assistant.openSettings}
              className="rounded-sm text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current"
            >
              {i18n.t("messaging.help.addKey")}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function why(help: Help): string {
  return help === "voice"
    ? i18n.t("messaging.help.needsMessages")
    : i18n.t("messaging.help.needsKey");
}
