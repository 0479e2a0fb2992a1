import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metric, metricId } from "@/lib/model/metric";
import { ONBOARDING_ID } from "@/lib/model/onboarding-progress";
import { rowId } from "@/lib/model/row";
import { SETTINGS_ID } from "@/lib/model/settings-id";

const anyDay = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("ids of rows that exist once", () => {
  it("are valid ids, and differ", () => {
    const ids = [SETTINGS_ID, ONBOARDING_ID, metricId("2026-11-17")];
    for (const id of ids) expect(rowId.parse(id)).toBe(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are the same for the same day on every device, and different for different days", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const row = { id: metricId(one), createdAt: `${one}T00:00:00.000Z`, date: one };
        expect(metric.parse(row)).toEqual(row);
        expect(metricId(one) === metricId(other)).toBe(one === other);
      }),
    );
  });
});
