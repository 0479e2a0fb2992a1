import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { When } from "@/lib/cloud/mail-api";
import { nextWorking } from "@/lib/messaging/schedule/working-hours";
import { zoneOf } from "@/lib/messaging/schedule/zone-of";
import { instantOf, wallTime } from "@/lib/messaging/schedule/zoned-time";
import { useHours } from "./queries";
import { bothClocks, cityOf, ownZone, timeIn } from "./zone-text";

const ASK = "";

/** A moment in the recipient's own day. Where they are is taken from their place, or asked; both clocks are shown. */
export function ScheduleForm({
  place,
  zone: givenZone,
  at: givenAt,
  label,
  isBusy,
  onPlan,
}: {
  place?: string | undefined;
  zone?: string | undefined;
  at?: string | undefined;
  label: string;
  isBusy: boolean;
  onPlan: (when: When) => void;
}) {
  const known = givenZone ?? zoneOf(place);
  const [zone, setZone] = useState(known ?? ASK);
  const [isInHours, setInHours] = useState(true);
  const [now] = useState(() => Date.now());
  const hours = useHours();
  const clock = zone === ASK ? ownZone() : zone;
  const [local, setLocal] = useState(() => localText(givenAt ? Date.parse(givenAt) : now, clock));
  if (!hours) return null;

  const wanted = Math.max(now, local === "" ? now : instantOf(readLocal(local), clock));
  const due = isInHours ? nextWorking(wanted, clock, hours) : wanted;
  const isMoved = due - wanted > 60_000;

  const toZone = (next: string) => {
    setZone(next);
    // The same wall time, on another wall.
    if (local === "" && next !== ASK) setLocal(localText(now, next));
  };

  return (
    <div className="grid gap-3 border-t pt-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={i18n.t("mailing.plan.zone")} hint={zoneHint(known, place, zone)}>
          {(ids) => <Select {...ids} value={zone} options={zoneOptions(known)} onPick={toZone} />}
        </Field>
        <Field label={i18n.t("mailing.plan.at")} hint={i18n.t("mailing.plan.theirClock")}>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              min={localText(now, clock)}
              value={local}
              onChange={(event) => setLocal(event.target.value)}
            />
          )}
        </Field>
      </div>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="accent-plum"
          checked={isInHours}
          onChange={(event) => setInHours(event.target.checked)}
        />
        {i18n.t("mailing.plan.inHours", [hours.from, hours.until])}
      </label>
      <p role="status" className="text-sm text-ink-soft">
        {zone === ASK
          ? i18n.t("mailing.plan.ask")
          : i18n.t(isMoved ? "mailing.plan.moved" : "mailing.plan.will", [bothClocks(due, zone)])}
      </p>
      <Button
        className="justify-self-start"
        disabled={zone === ASK || isBusy}
        onClick={() =>
          onPlan({ at: new Date(wanted).toISOString(), zone, ...(isInHours && { hours }) })
        }
      >
        {label}
      </Button>
    </div>
  );
}

function zoneHint(known: string | undefined, place: string | undefined, zone: string): string {
  if (known === zone && place) return i18n.t("mailing.plan.fromPlace", [place]);
  if (zone !== ASK) return i18n.t("mailing.plan.nowThere", [timeIn(Date.now(), zone)]);
  return place ? i18n.t("mailing.plan.unsettled", [place]) : i18n.t("mailing.plan.noPlace");
}

function zoneOptions(known: string | undefined) {
  const zones = Intl.supportedValuesOf("timeZone");
  const first = [...new Set([...(known ? [known] : []), ownZone()])];
  return [
    ...(known ? [] : [{ value: ASK, label: i18n.t("mailing.plan.choose") }]),
    ...[...first, ...zones.filter((zone) => !first.includes(zone))].map((zone) => ({
      value: zone,
      label: zone.includes("/") ? `${cityOf(zone)} (${zone.split("/")[0]!})` : zone,
    })),
  ];
}

/** As an input for date and time wants it. */
function localText(at: number, zone: string): string {
  const { year, month, day, hour, minute } = wallTime(at, zone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function readLocal(text: string) {
  const [year, month, day, hour, minute] = text.split(/\D/u).map(Number);
  return {
    year: year ?? 2000,
    month: month ?? 1,
    day: day ?? 1,
    hour: hour ?? 0,
    minute: minute ?? 0,
  };
}
