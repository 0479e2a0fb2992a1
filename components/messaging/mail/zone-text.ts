import { i18n } from "#i18n";
import { locale } from "@/components/ui/locale";

/** "Tue 3 Mar, 09:00" by the clock of a zone. */
export function timeIn(at: string | number, zone: string, language: string = locale()): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));
}

export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "Los Angeles" of `America/Los_Angeles`. */
export function cityOf(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}

/** What will happen, by both clocks; by one where they show the same. */
export function bothClocks(at: string | number, zone: string): string {
  const there = timeIn(at, zone);
  const here = timeIn(at, ownZone());
  if (there === here) return there;
  return i18n.t("mailing.bothClocks", [there, cityOf(zone), here]);
}
