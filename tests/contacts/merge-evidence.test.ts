import "fake-indexeddb/auto";
import * as z from "zod";
import { expect, it } from "vitest";
import { REFERENCES } from "@/lib/contacts/merging/references";
import { mergeRows, undoMerge } from "@/lib/contacts/store/merges";
import { createTidier } from "@/lib/contacts/store/tidier";
import { save, type Edit } from "@/lib/data/save";
import { schemas } from "@/lib/model/schemas";
import { freshDb } from "../data/ground";

const A = "01900000-0000-7000-8000-00000000000a";
const B = "01900000-0000-7000-8000-00000000000b";
const JOB = "01900000-0000-7000-8000-00000000000c";
const OPEN = "01900000-0000-7000-8000-00000000000d";
const FACES = "01900000-0000-7000-8000-00000000000e";
const FIT = "01900000-0000-7000-8000-00000000000f";

const words = (id: string, text: string) => ({ table: "people", id, field: "headline", text });
const factors = (...evidence: ReturnType<typeof words>[]) => [
  { type: "jobChange", weight: 1, points: 5, evidence },
];

/** Two rows of one person, scored under the second: the opportunity quotes both, the match the second alone. */
async function scored() {
  const db = freshDb();
  const rows: Edit[] = [
    { table: "people", id: A, create: true, fields: { fullName: "Ada Brightwater" } },
    { table: "people", id: B, create: true, fields: { fullName: "Ada Brightwater" } },
    {
      table: "opportunities",
      id: OPEN,
      create: true,
      fields: { personId: B, factors: factors(words(A, "Buyer"), words(B, "Head buyer")) },
    },
    { table: "candidates", id: FACES, create: true, fields: { personId: B } },
    {
      table: "matches",
      id: FIT,
      create: true,
      fields: {
        candidateId: FACES,
        jobId: JOB,
        strengths: [{ criterion: "title", evidence: [words(B, "Head buyer")] }],
      },
    },
  ];
  await save(db, rows);
  const read = async () => ({
    quoted: (await db.opportunities.get(OPEN))?.factors?.[0]?.evidence?.map(({ id }) => id),
    fits: (await db.matches.get(FIT))?.strengths?.[0]?.evidence?.map(({ id }) => id),
  });
  return { db, read };
}

it("the words a score rests on go along with the row they stand on, and come back", async () => {
  const { db, read } = await scored();
  const id = (await mergeRows({ tbl: "people", ids: [A, B], by: "person" }, db)) ?? "";
  expect(await read()).toEqual({ quoted: [A, A], fits: [A] });
  expect((await db.opportunities.get(OPEN))?.personId).toBe(A);
  await undoMerge(id, db);
  expect(await read()).toEqual({ quoted: [A, B], fits: [B] });
  expect((await db.opportunities.get(OPEN))?.personId).toBe(B);
});

it("a score counted anew since the merge keeps the words it rests on now", async () => {
  const { db, read } = await scored();
  const id = (await mergeRows({ tbl: "people", ids: [A, B], by: "person" }, db)) ?? "";
  await save(db, [
    { table: "opportunities", id: OPEN, fields: { factors: factors(words(A, "Buyer")) } },
  ]);
  await undoMerge(id, db);
  expect((await read()).quoted).toEqual([A]);
});

it("what another device scored, not knowing of the merge, is turned when it comes", async () => {
  const { db, read } = await scored();
  await mergeRows({ tbl: "people", ids: [A, B], by: "person" }, db);
  await save(db, [
    { table: "opportunities", id: OPEN, fields: { factors: factors(words(B, "Late")) } },
  ]);
  await createTidier(db, () => Promise.resolve()).pass();
  expect((await read()).quoted).toEqual([A]);
});

it("every field that holds evidence is known", () => {
  const holding = Object.entries(schemas).flatMap(([table, schema]) =>
    Object.entries(schema.shape)
      .filter(([, field]) =>
        JSON.stringify(z.toJSONSchema(field, { unrepresentable: "any" })).includes('"evidence"'),
      )
      .map(([field]) => `${table}.${field}`),
  );
  const known = new Set(REFERENCES.people.map(({ table, field }) => `${table}.${field}`));
  expect(holding).toHaveLength(7);
  expect(holding.filter((one) => !known.has(one))).toEqual([]);
});
