import { AlarmClock } from "lucide-react";
import { lazy, Suspense, useState, type ReactElement } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { locale } from "@/components/ui/locale";
import { useNow } from "@/components/ui/moment";
import { Menu } from "@/components/ui/menu";
import type { MenuProps } from "@/components/ui/menu-entry";
import { snoozedUntil, SNOOZES } from "@/lib/messaging/due/snooze";

const PickDay = lazy(() => import("./pick-day"));

/** Until when: as one says it, or a day of one's own. */
export function SnoozeMenu({
  trigger,
  title = i18n.t("due.snooze"),
  onPick,
}: {
  trigger?: ReactElement<MenuProps["trigger"]["props"]>;
  title?: string;
  onPick: (until: string) => void;
}) {
  const [isPicking, setPicking] = useState(false);
  const now = new Date(useNow());
  const usual = (
    <Button size="sm" aria-keyshortcuts="z">
      <AlarmClock aria-hidden="true" />
      {i18n.t("due.snooze")}
      <Kbd keys="z" className="max-[22rem]:hidden" />
    </Button>
  );
  return (
    <>
      <Menu
        align="start"
        trigger={trigger ?? usual}
        entries={[
          ...SNOOZES.map((snooze) => {
            const until = snoozedUntil(snooze, now);
            return {
              kind: "item" as const,
              label: i18n.t(`due.snoozes.${snooze}`),
              hint: shortDay(until),
              onSelect: () => onPick(until),
            };
          }),
          { kind: "line" as const },
          {
            kind: "item" as const,
            label: i18n.t("due.pickDay"),
            onSelect: () => setPicking(true),
          },
        ]}
      />
      {isPicking && (
        <Suspense>
          <PickDay
            title={title}
            onPick={(until) => {
              setPicking(false);
              onPick(until);
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function shortDay(at: string): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(new Date(at));
}
