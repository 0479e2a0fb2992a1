import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Written } from "@/lib/ai/tasks/written";
import { draftOf, hasSubject } from "@/lib/messaging/draft";
import type { Writing } from "@/lib/messaging/assist";
import { LengthMeter } from "./length-meter";

/** Drafts side by side, each with what there is to look at in it. One that is still being written has no button yet. */
export function VariantList({
  variants,
  writing,
  isWhole,
  onUse,
  onClose,
}: {
  variants: readonly Written[];
  writing: Writing;
  isWhole: boolean;
  onUse: (variant: Written) => void;
  onClose: () => void;
}) {
  if (variants.length === 0) return null;
  return (
    <section aria-label={i18n.t("messaging.variants.title")} className="grid grid-cols-1 gap-2">
      <div className="flex items-center justify-between">
        <h3 className="eyebrow">{i18n.t("messaging.variants.title")}</h3>
        {isWhole && (
          <Button size="sm" variant="ghost" onClick={onClose}>
            {i18n.t("common.close")}
          </Button>
        )}
      </div>
      <ol className="relative flex snap-x gap-2 overflow-x-auto pb-1" tabIndex={-1}>
        {variants.map((variant, index) => {
          const text = {
            text: variant.text,
            ...(hasSubject(writing.form) && { subject: variant.subject ?? "" }),
          };
          const draft = draftOf(text, writing);
          return (
            <li
              // A variant is its place: it grows while it is written.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              className="flex w-64 shrink-0 snap-start flex-col gap-2 rounded-md border bg-raised p-3 text-sm"
            >
              {draft.subject && <p className="font-medium">{draft.subject}</p>}
              <p className="min-h-16 flex-1 whitespace-pre-line">{draft.text}</p>
              <div className="flex flex-wrap items-center justify-between gap-1">
                <LengthMeter label={i18n.t("messaging.text")} length={draft.length.body} />
                {isWhole && draft.concerns.length > 0 && (
                  <span className="text-xs text-saffron">
                    {i18n.t("messaging.variants.toLook", draft.concerns.length)}
                  </span>
                )}
              </div>
              {isWhole && (
                <Button
                  size="sm"
                  aria-keyshortcuts={String(index + 1)}
                  onClick={() => onUse(variant)}
                >
                  {i18n.t("messaging.variants.use")}
                  <Kbd keys={String(index + 1)} />
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
