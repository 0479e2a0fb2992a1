import { Shield } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { numberText } from "@/components/ui/locale";
import { leavesDevice } from "@/lib/ai/choice";
import type { Prepared } from "@/lib/ai/gateway";

export type AnyPrepared = Omit<Prepared<unknown>, "answer">;

/** What leaves, to the letter, and where it goes. Asked for once for a provider; later it is only shown. */
export default function Leaving({
  prepared,
  onAgree,
  onClose,
}: {
  prepared: AnyPrepared;
  /** Absent when there is nothing to decide. */
  onAgree: (() => void) | undefined;
  onClose: () => void;
}) {
  const { provider, address, question, hidden } = prepared;
  const where = leavesDevice(provider, address) ? new URL(address).host : undefined;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={i18n.t(onAgree ? "ai.leaving.ask" : "ai.leaving.title")}
      description={
        where === undefined
          ? i18n.t("ai.leaving.nowhere", [provider.name])
          : i18n.t("ai.leaving.where", [provider.name, where, question.model])
      }
      footer={
        onAgree && (
          <>
            <Button onClick={onClose}>{i18n.t("ai.leaving.no")}</Button>
            <Button variant="primary" autoFocus onClick={onAgree}>
              {i18n.t("ai.leaving.yes", [provider.name])}
            </Button>
          </>
        )
      }
    >
      <p className="flex items-start gap-2 rounded-md bg-moss-soft px-3 py-2 text-ink-soft">
        <Shield aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-moss" />
        <span>
          {i18n.t("ai.leaving.never")}{" "}
          {hidden > 0 && i18n.t("ai.leaving.hidden", hidden, [numberText(hidden)])}
        </span>
      </p>
      <Part title={i18n.t("ai.leaving.rules")} text={question.system} />
      {question.turns.map(({ role, text }) => (
        <Part key={role + text.length} title={i18n.t("ai.leaving.data")} text={text} />
      ))}
      {onAgree && (
        <p className="text-xs text-ink-faint">{i18n.t("ai.leaving.once", [provider.name])}</p>
      )}
    </Dialog>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section className="grid gap-1">
      <h3 className="eyebrow">{title}</h3>
      <pre
        tabIndex={0}
        className="max-h-56 overflow-auto rounded-md border bg-sunken p-2 font-mono text-xs whitespace-pre-wrap"
      >
        {text}
      </pre>
    </section>
  );
}
