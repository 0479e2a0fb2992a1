import { useSyncExternalStore } from "react";
import { i18n } from "#i18n";
import { locale } from "./locale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const tells = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for every "2 minutes ago" on the screen; it stops when none is shown. */
function listen(tell: () => void): () => void {
  tells.add(tell);
  timer ??= setInterval(() => tells.forEach((each) => each()), 30_000);
  return () => {
    tells.delete(tell);
    if (tells.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const halfMinute = () => Math.floor(Date.now() / 30_000) * 30_000;

/** The present, half a minute exact, for what a screen says of it. */
export function useNow(): number {
  return useSyncExternalStore(listen, halfMinute);
}

/** A moment as one says it: "2 minutes ago" within a week, then the day. The exact time is in the tip. */
export function Moment({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={fullMoment(at)}>
      {momentText(at, now)}
    </time>
  );
}

export function momentText(
  at: string,
  now: number,
  language: string = locale(),
  justNow: string = i18n.t("common.justNow"),
): string {
  const ago = now - Date.parse(at);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (ago < MINUTE) return justNow;
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), "minute");
  if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), "hour");
  // By the calendar: what was said on Thursday evening is not "yesterday" on Saturday noon.
  const days = Math.round((midnight(now) - midnight(Date.parse(at))) / DAY);
  if (days < 7) return relative.format(-days, "day");
  return dayText(at, language, new Date(now).getUTCFullYear());
}

/** When the day of a moment began, here. */
function midnight(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

/** "3 March", with the year when it is not this one. */
export function dayText(
  at: string,
  language: string = locale(),
  thisYear: number = new Date().getFullYear(),
): string {
  const date = new Date(at);
  const year = date.getFullYear() === thisYear ? undefined : "numeric";
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year }).format(date);
}

export function fullMoment(at: string, language: string = locale()): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(
    new Date(at),
  );
}
