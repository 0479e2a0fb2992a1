import { Check, TriangleAlert } from "lucide-react";
import type { Ref } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { concernKey, type Concern } from "@/lib/messaging/draft";
import { concernText } from "./words";

/** What to look at before the text leaves. Each is ticked off by itself, or all with the button that then copies. */
export function ConcernList({
  concerns,
  seen,
  onSee,
  onSeeAll,
  onOwnName,
  seeAllLabel,
  ref,
}: {
  concerns: readonly Concern[];
  seen: ReadonlySet<string>;
  onSee: (key: string) => void;
  onSeeAll: () => void;
  /** Asked for where a name of the writer's own is missing. */
  onOwnName: () => void;
  seeAllLabel: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  // An empty sheet is no worry: it says so when it is to be copied.
  if (concerns.every(({ code }) => code === "empty")) return null;
  const isOpen = concerns.some((concern) => !seen.has(concernKey(concern)));
  return (
    <section
      aria-label={i18n.t("messaging.concerns.title")}
      className="grid gap-1 rounded-md bg-saffron-soft px-3 py-2 text-sm"
    >
      <h3 className="flex items-center gap-1.5 font-medium text-saffron">
        <TriangleAlert aria-hidden="true" className="size-4" />
        {i18n.t("messaging.concerns.title")}
      </h3>
      <ul className="grid gap-1">
        {concerns.map((concern) => {
          const key = concernKey(concern);
          return (
            <li key={key} className="flex flex-wrap items-start justify-end gap-x-2">
              <span className="min-w-0 flex-1 basis-44 text-ink-soft">{concernText(concern)}</span>
              {concern.code === "missing" && concern.variable.startsWith("my") && (
                <Button size="sm" onClick={onOwnName}>
                  {i18n.t("messaging.who.add")}
                </Button>
              )}
              {concern.code !== "empty" &&
                (seen.has(key) ? (
                  <span className="flex h-7 items-center gap-1 text-xs text-moss">
                    <Check aria-hidden="true" className="size-3.5" />
                    {i18n.t("messaging.concerns.wasSeen")}
                  </span>
                ) : (
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={i18n.t("messaging.concerns.seeOne", [concernText(concern)])}
                    onClick={() => onSee(key)}
                  >
                    {i18n.t("messaging.concerns.see")}
                  </Button>
                ))}
            </li>
          );
        })}
      </ul>
      {isOpen && concerns.every(({ code }) => code !== "empty") && (
        <Button ref={ref} size="sm" className="justify-self-start" onClick={onSeeAll}>
          {seeAllLabel}
        </Button>
      )}
    </section>
  );
}
