import { Ban, Check, EllipsisVertical, SkipForward } from "lucide-react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { ChangeArea } from "@/components/ui/change-area";
import { focusControl } from "@/components/ui/focus-control";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Due } from "@/lib/messaging/due/due";
import type { Card } from "@/lib/messaging/due/queue";
import { finish, never, snooze } from "./card-acts";
import { SnoozeMenu } from "./snooze-menu";

/** What can be done with a due action besides writing. Each is a key, and each can be taken back. */
export function CardActions({
  card,
  onPerson,
}: {
  card: Card;
  onPerson: ((id: string) => void) | undefined;
}) {
  const dues: Due[] = [card, ...card.also];
  const { personId, person } = card;
  const whom = { name: person?.fullName ?? card.task?.title, personId };

  useShortcuts({
    d: () => focusControl("d"),
    x: () => focusControl("x"),
    z: () => focusControl("z"),
    N: () => void never(whom),
  });

  return (
    <div className="flex flex-wrap items-center gap-1.5 border-t pt-3">
      <ChangeArea kind="tasks">
        <Button size="sm" aria-keyshortcuts="d" onClick={() => void finish(dues, whom, "done")}>
          <Check aria-hidden="true" />
          {i18n.t(card.kind === "apply" ? "due.applied" : "due.done")}
          <Kbd keys="d" className="max-[22rem]:hidden" />
        </Button>
        <SnoozeMenu onPick={(until) => void snooze(dues, whom, until)} />
        <Button size="sm" aria-keyshortcuts="x" onClick={() => void finish(dues, whom, "skipped")}>
          <SkipForward aria-hidden="true" />
          {i18n.t("due.skip")}
          <Kbd keys="x" className="max-[22rem]:hidden" />
        </Button>
      </ChangeArea>
      {personId !== undefined && (
        <span className="ml-auto">
          <Menu
            trigger={
              <IconButton size="icon-sm" label={i18n.t("common.actions")}>
                <EllipsisVertical aria-hidden="true" />
              </IconButton>
            }
            entries={[
              ...(onPerson
                ? [
                    {
                      kind: "item" as const,
                      label: i18n.t("due.showPerson"),
                      onSelect: () => onPerson(personId),
                    },
                  ]
                : []),
              {
                kind: "item",
                icon: <Ban aria-hidden="true" />,
                label: i18n.t("due.never"),
                keys: "N",
                onSelect: () => void never(whom),
              },
            ]}
          />
        </span>
      )}
    </div>
  );
}
