import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepOneDefault, occasionOf } from "@/lib/messaging/default-template";
import type { Template } from "@/lib/model/template";
import { idOf } from "./people";

const anyTemplate = fc.record({
  category: fc.constantFrom("thanks" as const, "followUp" as const),
  form: fc.constantFrom("note" as const, "message" as const, undefined),
  language: fc.constantFrom("en", "fr"),
  isDefault: fc.constantFrom(true, false, undefined),
  isActive: fc.constantFrom(true, false, undefined),
  updatedAt: fc.constantFrom("2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"),
});
const anyTemplates = fc.array(anyTemplate, { maxLength: 12 }).map((list) =>
  list.map((one, at): Template => ({
    ...one,
    id: idOf(at),
    name: `T${at}`,
    createdAt: "2026-01-01T00:00:00.000Z",
  })),
);

function settled(templates: Template[], wished?: string): Template[] {
  const edits = new Map(keepOneDefault(templates, wished).map((edit) => [edit.id, edit]));
  return templates.map((template) => ({ ...template, ...edits.get(template.id) }));
}

describe("one default for each occasion", () => {
  it("is what there is after any change, and settling again changes nothing", () => {
    fc.assert(
      fc.property(anyTemplates, fc.nat({ max: 11 }), (templates, wish) => {
        const after = settled(templates, idOf(wish));
        const active = after.filter(({ isActive }) => isActive !== false);
        const occasions = new Set(active.map(occasionOf));
        const defaults = after.filter(({ isDefault }) => isDefault);
        expect(defaults.map(occasionOf).toSorted()).toEqual([...occasions].toSorted());
        expect(defaults.every(({ isActive }) => isActive !== false)).toBe(true);
        if (active.some(({ id }) => id === idOf(wish)))
          expect(defaults.map(({ id }) => id)).toContain(idOf(wish));
        expect(keepOneDefault(after)).toEqual([]);
      }),
    );
  });

  it("stays with the one that stands; of two, with the one changed last", () => {
    const base = { name: "T", createdAt: "2026-01-01T00:00:00.000Z" };
    const first = { ...base, id: idOf(1), isDefault: true, updatedAt: "2026-01-01T00:00:00.000Z" };
    const second = { ...base, id: idOf(2), isDefault: true, updatedAt: "2026-02-01T00:00:00.000Z" };
    expect(keepOneDefault([first, second])).toEqual([{ id: first.id, isDefault: false }]);
    expect(keepOneDefault([first, { ...second, isDefault: false }])).toEqual([]);
  });
});
