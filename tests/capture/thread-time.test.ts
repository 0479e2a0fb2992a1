import { describe, expect, it } from "vitest";
import { dayOfHeading, instantInId, instantOf, localDay } from "@/lib/capture/thread-time";

/** A Saturday, at noon where the reader is. */
const NOW = new Date(2026, 10, 21, 12);

describe("the day above a message", () => {
  it.each([
    ["Today", "2026-11-21"],
    ["AUJOURD’HUI", "2026-11-21"],
    ["Heute", "2026-11-21"],
    ["hoy", "2026-11-21"],
    ["Hoje", "2026-11-21"],
    ["Oggi", "2026-11-21"],
    ["VANDAAG", "2026-11-21"],
    ["Yesterday", "2026-11-20"],
    ["Hier", "2026-11-20"],
    ["Gestern", "2026-11-20"],
    ["TUESDAY", "2026-11-17"],
    ["mardi", "2026-11-17"],
    ["Dienstag", "2026-11-17"],
    ["martes", "2026-11-17"],
    ["Terça-feira", "2026-11-17"],
    ["martedì", "2026-11-17"],
    ["dinsdag", "2026-11-17"],
    ["Sunday", "2026-11-15"],
    ["NOV 3", "2026-11-03"],
    ["Dec 24", "2025-12-24"],
    ["Nov 3, 2023", "2023-11-03"],
    ["3 nov. 2023", "2023-11-03"],
    ["3. Nov.", "2026-11-03"],
    ["3 de nov. de 2023", "2023-11-03"],
    ["3 de novembro", "2026-11-03"],
    ["3 gen 2024", "2024-01-03"],
    ["3 mrt. 2024", "2024-03-03"],
    ["2024年3月3日", "2024-03-03"],
  ])("%s", (heading, day) => {
    expect(dayOfHeading(heading, NOW)).toBe(day);
  });

  it.each(["Saturday", "InMail", "3 lis 2023", "31 Feb 2024", ""])(
    "is not guessed: %s",
    (heading) => {
      expect(dayOfHeading(heading, NOW)).toBeUndefined();
    },
  );
});

describe("the time beside it", () => {
  it.each([
    ["10:32 AM", 10, 32],
    ["12:05 AM", 0, 5],
    ["12:05 PM", 12, 5],
    ["2:05 p. m.", 14, 5],
    ["14:05", 14, 5],
    ["14 h 05", 14, 5],
    ["14.05", 14, 5],
  ])("%s", (time, hour, minute) => {
    expect(instantOf("2026-11-03", time)).toBe(new Date(2026, 10, 3, hour, minute).toISOString());
  });

  it.each(["", "now", "25:00", "10:75", "soon 10:32"])("is not guessed: %s", (time) => {
    expect(instantOf("2026-11-03", time)).toBeUndefined();
  });
});

const id = (ms: number) => `2-${btoa(`${ms}b123-100&x`)}`;

describe("the moment in a message's id", () => {
  const ms = new Date(2026, 10, 3, 12, 4, 11, 7).getTime();

  it("is believed when it is of the day above", () => {
    expect(instantInId(id(ms), "2026-11-03", NOW)).toBe(new Date(ms).toISOString());
    expect(instantInId(id(ms), localDay(new Date(ms)), NOW)).toBeDefined();
  });

  it("is not, when it is another day's, in the future, or no such id", () => {
    expect(instantInId(id(ms), "2026-11-04", NOW)).toBeUndefined();
    expect(instantInId(id(NOW.getTime() + 3_600_000), undefined, NOW)).toBeUndefined();
    for (const other of [undefined, "2-%%%", "2-", "5-abc", `2-${btoa("hello")}`])
      expect(instantInId(other, undefined, NOW)).toBeUndefined();
  });
});
