import { AlarmClock, Ban, X } from "lucide-react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { useReadOnly } from "@/components/ui/read-only";
import { dropReminder, setKeepInTouch } from "@/lib/messaging/store/relations";
import { remind, setMayContact } from "@/lib/messaging/store/due";
import { act } from "../desk/card-acts";
import { dayWord, intervalText } from "../desk/reason-text";
import { SnoozeMenu } from "../desk/snooze-menu";
import { useRelation } from "./queries";
import { IntervalSelect } from "./interval-select";

/** What one means to do about somebody: how often to be in touch, when to write, or never to. */
export default function RelationCard({ personId }: { personId: string }) {
  const relation = useRelation(personId);
  const why = useReadOnly("people");
  if (!relation) return null;
  const { person, interval, last, reminders } = relation;
  const { fullName, doNotContact, isSelf } = person;
  if (isSelf) return null;
  if (doNotContact)
    return (
      <section
        aria-label={i18n.t("relations.title")}
        className="flex flex-wrap items-center gap-2 rounded-md bg-hover px-3 py-2 text-sm"
      >
        <Ban aria-hidden="true" className="size-4 text-ink-faint" />
        <span className="min-w-0 flex-1 text-ink-soft">{i18n.t("due.saidNo", [fullName])}</span>
        <Button
          size="sm"
          variant="ghost"
          disabled={why !== undefined}
          title={why}
          onClick={() =>
            void act(() => setMayContact(personId, true), i18n.t("due.toldAllowed", [fullName]))
          }
        >
          {i18n.t("due.allow")}
        </Button>
      </section>
    );

  const at = (until: string) =>
    remind({ personId, title: i18n.t("relations.writeTo", [fullName]), at: until });
  const byTag = interval?.tag;
  return (
    <section aria-label={i18n.t("relations.title")} className="grid gap-2">
      <fieldset
        disabled={why !== undefined}
        title={why}
        className="flex flex-wrap items-center gap-1.5"
      >
        <IntervalSelect
          label={i18n.t("relations.keepInTouch")}
          days={person.keepInTouchDays}
          {...(byTag !== undefined && {
            fallback: i18n.t("relations.byTag", [intervalText(interval!.days), byTag]),
          })}
          onPick={(days) =>
            void act(
              () => setKeepInTouch(personId, days),
              days === null
                ? i18n.t("relations.toldEnded", [fullName])
                : i18n.t("relations.toldKept", [fullName, intervalText(days)]),
            )
          }
        />
        <SnoozeMenu
          title={i18n.t("relations.remind")}
          trigger={
            <Button aria-keyshortcuts="r">
              <AlarmClock aria-hidden="true" />
              {i18n.t("relations.remind")}
            </Button>
          }
          onPick={(until) =>
            void act(() => at(until), i18n.t("relations.toldRemind", [dayWord(until)]))
          }
        />
        <IconButton
          label={i18n.t("due.never")}
          onClick={() =>
            void act(() => setMayContact(personId, false), i18n.t("due.toldNever", [fullName]))
          }
        >
          <Ban aria-hidden="true" />
        </IconButton>
      </fieldset>
      {last !== undefined && (
        <p className="text-xs text-ink-faint">
          {i18n.t("fields.lastInteractionAt")} <Moment at={last.at} />
        </p>
      )}
      {reminders.length > 0 && (
        <ul className="grid gap-1">
          {reminders.map(({ id, title, dueAt, snoozedUntil }) => (
            <li key={id} className="flex items-center gap-2 text-sm text-ink-soft">
              <AlarmClock aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
              <span className="min-w-0 flex-1 truncate">{title}</span>
              <span className="text-xs text-ink-faint">{dayWord(snoozedUntil ?? dueAt ?? "")}</span>
              <IconButton
                size="icon-sm"
                label={i18n.t("relations.drop", [title])}
                onClick={() => void act(() => dropReminder(id), i18n.t("relations.toldDropped"))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
