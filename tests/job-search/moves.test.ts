import * as fc from "fast-check";
import { expect, it } from "vitest";
import { moveFields, movesOf } from "@/lib/job-search/moves";
import { isOver, OWN_STAGES, ownStage } from "@/lib/job-search/stages";
import { application } from "@/lib/model/application";

const base = {
  id: "0190b0c0-0000-7000-8000-000000000009",
  createdAt: "2026-11-01T09:00:00.000Z",
  jobId: "0190b0c0-0000-7000-8000-000000000001",
  direction: "sent" as const,
};

it("tells the way even of what was brought in with a stage and no history", () => {
  expect(movesOf({ ...base, stage: "applied", appliedAt: "2026-10-20" })).toEqual([
    { id: base.id, to: "applied", at: "2026-10-20" },
  ]);
  expect(movesOf({ ...base, stage: "saved" })).toEqual([
    { id: base.id, to: "saved", at: base.createdAt },
  ]);
  const history = {
    b: { from: "applied" as const, to: "interview" as const, at: "2026-11-08T09:00:00.000Z" },
  };
  expect(movesOf({ ...base, stage: "interview", history }).map(({ to }) => to)).toEqual([
    "applied",
    "interview",
  ]);
});

it("ends, after any steps, where the last one led, and the way there is unbroken", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...OWN_STAGES), { minLength: 1 }), (steps) => {
      let own = application.parse(base);
      let isMade = false;
      steps.forEach((to, index) => {
        const at = new Date(Date.UTC(2026, 10, 2, 9, index)).toISOString();
        const fields = moveFields(isMade ? own : undefined, { id: `m${index}`, to, at });
        const { [`history/m${index}`]: move, ...rest } = fields;
        own = application.parse({
          ...own,
          ...rest,
          history: { ...own.history, ...(move !== undefined && { [`m${index}`]: move }) },
        });
        isMade = true;
      });
      const moves = movesOf(own);
      expect(ownStage(own)).toBe(steps.at(-1));
      expect(moves.at(-1)?.to).toBe(steps.at(-1));
      moves.slice(1).forEach((move, index) => expect(move.from).toBe(moves[index]?.to));
      expect(own.appliedAt !== undefined).toBe(steps.some((step) => step !== "saved"));
    }),
  );
});

it("knows when nothing more is to come", () => {
  expect(OWN_STAGES.filter(isOver)).toEqual(["hired", "rejected", "withdrawn"]);
  expect(ownStage({ stage: "shortlisted" })).toBe("screening");
});
