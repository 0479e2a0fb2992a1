import { ArrowUpRight, Check, Copy, ExternalLink, Send } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button, buttonLook } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Draft } from "@/lib/messaging/draft";
import type { DraftFields } from "@/lib/messaging/kept-draft";
import type { Person } from "@/lib/model/person";
import { copyMessage } from "./clipboard";
import type { DeskUse } from "./desk-use";
import { tellDone } from "./tell";
import type { Sheet } from "./use-draft";

export type Copying = ReturnType<typeof useCopy>;

/** The way out of the draft: into the clipboard once all was seen, and only there. */
export function useCopy({
  draft,
  format,
  isFree,
  onBlocked,
  onRefused,
  settle,
  onCopied,
}: {
  draft: Draft;
  format: "text" | "html";
  isFree: (also?: ReadonlySet<string>) => boolean;
  onBlocked: () => void;
  onRefused: () => void;
  settle: () => Promise<DraftFields>;
  onCopied: () => unknown;
}) {
  const [result, setResult] = useState<{ text: string; problem?: string }>();

  return {
    settle,
    /** What came of the last copy, while the text is still that one. */
    result: result?.text === draft.text ? result : undefined,
    /** `open` shows where it is to be pasted, once the text is in the clipboard. */
    async copy(also?: ReadonlySet<string>, open?: () => unknown) {
      if (!isFree(also)) return onBlocked();
      // The clipboard first: it asks for a press that is still fresh.
      try {
        await copyMessage({ text: draft.text, format });
        setResult({ text: draft.text });
      } catch (error) {
        setResult({ text: draft.text, problem: sentenceOf(error) });
        onRefused();
        return void (await settle());
      }
      // The draft is a row before another page takes the eye.
      await settle();
      await onCopied();
      await open?.();
    },
    /** It went out another way, as a mail. */
    async out() {
      setResult({ text: draft.text });
      await settle();
    },
  };
}

export function CopyRow({
  copying,
  person,
  sheet,
  desk,
  onDone,
}: {
  copying: Copying;
  person: Person;
  sheet: Sheet;
  desk: DeskUse | undefined;
  onDone: () => void;
}) {
  const { result } = copying;
  const canOpen = desk?.canOpen(sheet.form) === true;
  const isCopied = result !== undefined && result.problem === undefined;

  const sent = async () => {
    try {
      const fields = await copying.settle();
      const begun = await desk?.begin(sheet.id);
      const { markDraftSent } = await import("@/lib/messaging/store/sent");
      const { undo } = await markDraftSent(sheet.id, fields);
      tellDone(i18n.t("messaging.sent.told", [person.fullName]), {
        kind: "sent",
        edits: [...undo, ...(begun?.undo ?? [])],
      });
      onDone();
    } catch (error) {
      await say(sentenceOf(error));
    }
  };

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {canOpen && (
          <Button
            autoFocus={!desk.isAtOnce}
            variant={isCopied ? "plain" : "primary"}
            aria-keyshortcuts="o"
            onClick={() => void copying.copy(undefined, () => desk.open(sheet.form))}
          >
            <ArrowUpRight aria-hidden="true" />
            {i18n.t("due.copyAndOpen")}
            <Kbd keys="o" />
          </Button>
        )}
        <Button
          autoFocus={!canOpen && !desk?.isAtOnce}
          variant={canOpen || sheet.form === "email" ? "plain" : "primary"}
          aria-keyshortcuts="c"
          onClick={() => void copying.copy()}
        >
          {isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {i18n.t(isCopied ? "messaging.copied" : "messaging.copy")}
          <Kbd keys="c" />
        </Button>
        <Button
          variant={canOpen && isCopied ? "primary" : "plain"}
          aria-keyshortcuts="s"
          onClick={() => void sent()}
        >
          <Send aria-hidden="true" />
          {i18n.t("messaging.sent.mark")}
          <Kbd keys="s" />
        </Button>
        {!canOpen && person.profileUrl !== undefined && sheet.form !== "email" && (
          <a
            href={person.profileUrl}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ variant: "ghost" })}
          >
            <ExternalLink aria-hidden="true" />
            {i18n.t("person.openProfile")}
          </a>
        )}
      </div>
      {isCopied && (
        <Notice tone="moss">
          {i18n.t(sheet.form === "email" ? "messaging.copiedMail" : "messaging.copiedNext")}
        </Notice>
      )}
      {result?.problem !== undefined && (
        <Notice tone="brick" urgent>
          {result.problem}
        </Notice>
      )}
    </div>
  );
}
