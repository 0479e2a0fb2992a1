import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calm,
  CLIENT_ID,
  formatStamp,
  MAX_SKEW_MS,
  newClientId,
  parseStamp,
  receive,
  STAMP,
  stampMs,
  tick,
  type Clock,
} from "@/lib/sync/clock";

const clock = fc.record({ ms: fc.nat(2 ** 45), counter: fc.nat(36 ** 3 - 1) });
const order = (a: Clock, b: Clock) => a.ms - b.ms || a.counter - b.counter;
const stampOrder = (a: string, b: string) => Number(a > b) - Number(a < b);

describe("stamps", () => {
  it("CLK-1 sort as strings in the order of their time and counter", () => {
    fc.assert(
      fc.property(clock, clock, (a, b) => {
        const sign = Math.sign(order(a, b));
        expect(stampOrder(formatStamp(a, "z9"), formatStamp(b, "z9"))).toBe(sign);
      }),
    );
  });

  it("CLK-1 are read back as they were written", () => {
    fc.assert(
      fc.property(clock, (one) => {
        const stamp = formatStamp(one, "abc~");
        expect(stamp).toMatch(STAMP);
        expect(parseStamp(stamp)).toEqual(one);
        expect(stampMs(stamp)).toBe(one.ms);
      }),
    );
  });

  it("CLK-1 under one time and counter, are ordered by who made them", () => {
    const at = { ms: 1, counter: 1 };
    expect(formatStamp(at, "a") < formatStamp(at, "b")).toBe(true);
  });
});

describe("the clock", () => {
  it("CLK-2 goes on from whatever it made or saw, and never behind now", () => {
    fc.assert(
      fc.property(clock, clock, fc.nat(2 ** 45), (own, seen, now) => {
        const next = tick(receive(own, formatStamp(seen, "x")), now);
        expect(order(next, own)).toBeGreaterThan(0);
        expect(order(next, seen)).toBeGreaterThan(0);
        expect(next.ms).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it("CLK-2 carries a full counter into the time", () => {
    const full = { ms: 5, counter: 36 ** 3 - 1 };
    expect(tick(full, 0)).toEqual({ ms: 6, counter: 0 });
  });

  it("CLK-7 comes back to five minutes ahead of the server, not behind what it accepted", () => {
    const now = 1_700_000_000_000;
    const ahead = { ms: now + 86_400_000, counter: 4 };
    const calmed = calm(ahead, now);
    expect(calmed.ms).toBe(now + MAX_SKEW_MS);
    expect(order(calmed, { ms: now + MAX_SKEW_MS, counter: 5 })).toBeGreaterThan(0);
    expect(calm({ ms: now, counter: 1 }, now)).toEqual({ ms: now, counter: 1 });
  });

  it("makes ids that tell devices apart", () => {
    const ids = Array.from({ length: 100 }, () => newClientId());
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(CLIENT_ID);
  });
});
