import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorking, nextWorking } from "@/lib/messaging/schedule/working-hours";
import { zoneOf } from "@/lib/messaging/schedule/zone-of";
import { instantOf, isZone, wallTime } from "@/lib/messaging/schedule/zoned-time";

const ZONES = [
  "Europe/Paris",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Africa/Casablanca",
  "UTC",
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({
  min: Date.UTC(2024, 0, 1) / 60_000,
  max: Date.UTC(2029, 0, 1) / 60_000,
});
const clock = fc.integer({ min: 0, max: 1438 });
const text = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const hours = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
    from: clock,
    length: fc.integer({ min: 1, max: 1438 }),
  })
  .map(({ days, from, length }) => ({
    days,
    from: text(from),
    until: text(Math.min(1439, from + length)),
  }));

describe("a working moment", () => {
  it("is never outside the hours, in any zone, on either side of a change of clocks", () => {
    fc.assert(
      fc.property(instant, zone, hours, (minute, where, when) => {
        const at = minute * 60_000;
        const next = nextWorking(at, where, when);
        expect(next).toBeGreaterThanOrEqual(at);
        expect(isWorking(next, where, when)).toBe(true);
        expect(nextWorking(next, where, when)).toBe(next);
      }),
      { numRuns: 800 },
    );
  });

  it("is the first one: nothing before it is inside", () => {
    fc.assert(
      fc.property(
        instant,
        zone,
        hours,
        fc.integer({ min: 1, max: 5000 }),
        (minute, where, when, step) => {
          const at = minute * 60_000;
          const next = nextWorking(at, where, when);
          for (let earlier = next - step * 60_000; earlier >= at; earlier -= step * 60_000) {
            expect(isWorking(earlier, where, when)).toBe(false);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a wall clock", () => {
  it("leads back to the instant it was read at, or to the other of the two with that reading", () => {
    fc.assert(
      fc.property(instant, zone, (minute, where) => {
        const at = minute * 60_000;
        const wall = wallTime(at, where);
        expect(wallTime(instantOf(wall, where), where)).toEqual(wall);
        expect(instantOf(wall, where)).toBeLessThanOrEqual(at);
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    // The hour that spring leaves out: the first moment after it.
    ["2027-03-28 02:30", "Europe/Paris", "2027-03-28T01:00:00.000Z"],
    // The hour that autumn has twice: the first of them.
    ["2026-10-25 02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["2026-11-01 01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-07-01 09:00", "Asia/Kathmandu", "2026-07-01T03:15:00.000Z"],
  ])("%s in %s is %s", (wall, where, wanted) => {
    const [year, month, day, hour, minute] = wall.split(/\D/u).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    expect(new Date(instantOf({ year, month, day, hour, minute }, where)).toISOString()).toBe(
      wanted,
    );
  });

  it("knows a zone from a made-up one", () => {
    expect([isZone("Europe/Paris"), isZone("Mars/Olympus"), isZone("")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the zone of a place", () => {
  it.each([
    ["Lyon, Auvergne-Rhône-Alpes, France", "Europe/Paris"],
    ["Paris et périphérie", "Europe/Paris"],
    ["Greater Paris Metropolitan Region", "Europe/Paris"],
    ["Paris, Texas, United States", "America/Chicago"],
    ["San Francisco Bay Area", "America/Los_Angeles"],
    ["New York, New York, United States", "America/New_York"],
    ["Leeds, England, United Kingdom", "Europe/London"],
    ["Genève", "Europe/Zurich"],
    ["Bengaluru, Karnataka, Inde", "Asia/Kolkata"],
    ["Région de Montréal, Québec, Canada", "America/Toronto"],
    ["Tokyo", "Asia/Tokyo"],
    ["Sydney, New South Wales, Australia", "Australia/Sydney"],
  ])("%s: %s", (place, wanted) => {
    expect(zoneOf(place)).toBe(wanted);
  });

  it.each(["United States", "Canada", "Remote", "", undefined, "Springfield", "🌍", ",,,"])(
    "%s is asked for",
    (place) => {
      expect(zoneOf(place)).toBeUndefined();
    },
  );

  it("never fails, whatever is written, and never invents one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (place) => {
        const found = zoneOf(place);
        expect(found === undefined || isZone(found)).toBe(true);
      }),
    );
  });
});
