import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { createExporter } from "@/lib/export/exporter";
import type { ExportRequest } from "@/lib/export/export-port";
import { createImporter } from "@/lib/import/importer";
import { everything } from "@/tests/import/everything";

/** What leaves, read again: into the notebook it came from nothing is new, into an empty one it is all there. */

const text = fc
  .string({ unit: fc.constantFrom(...`ab,;:"'=+-@[{\\\n é中`.split("")), maxLength: 12 })
  .map((one) => one.trim())
  .filter((one) => one !== "");
const year = fc.integer({ min: 1950, max: 2026 });
const person = fc.record(
  {
    fullName: fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/),
    headline: text,
    location: text,
    about: text,
    notes: text,
    degree: fc.constantFrom(1, 2, 3),
    keepInTouchDays: fc.integer({ min: 1, max: 400 }),
    openToWork: fc.boolean(),
    skills: fc.array(
      text.map((name) => ({ name })),
      { minLength: 1, maxLength: 3 },
    ),
    topSkills: fc.array(text, { minLength: 1, maxLength: 3 }),
    languages: fc.array(fc.record({ name: text, level: text }), { minLength: 1, maxLength: 2 }),
    experience: fc.array(
      fc.record({ title: text, company: text, startDate: fc.record({ year }) }),
      { minLength: 1, maxLength: 2 },
    ),
    somethingNew: text,
  },
  { requiredKeys: ["fullName"] },
);

const REQUESTS: ExportRequest[] = [
  { kind: "csv", dialect: "comma", tables: ["people"] },
  { kind: "csv", dialect: "excel", tables: ["people"] },
  { kind: "csv", dialect: "excel", tables: ["people", "jobs"] },
  { kind: "json" },
];

let count = 0;

async function importInto(db: RapportDb, file: File) {
  const importer = createImporter(db);
  const opened = await importer.open([file]);
  expect(opened.refused).toEqual([]);
  const plan = await importer.plan(everything(opened), () => {});
  await importer.run(everything(opened), () => {});
  return plan;
}

async function rowsOf(db: RapportDb): Promise<unknown[]> {
  const rows = [...(await db.people.toArray()), ...(await db.jobs.toArray())];
  return rows.map((row) => {
    const { _sync, passport, sections, updatedAt, ...fields } = row as Record<string, unknown>;
    return fields;
  });
}

test("every table and the whole notebook come back as they were", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (people) => {
      const db = connect(`round-${++count}`);
      await save(db, [
        ...people.map((fields) => ({
          table: "people" as const,
          fields: { ...fields, "tags/vip": true, "tags/a b": true },
        })),
        { table: "jobs", fields: { title: "Buyer", companyName: "Acme", externalId: "777" } },
      ]);
      for (const request of REQUESTS) {
        const made = await createExporter(db).export(request, () => {});
        const file = new File([await made!.blob.arrayBuffer()], made!.name);
        const again = await importInto(db, file);
        expect(again?.edits, made!.name).toBe(0);
        expect(again?.counts).toMatchObject({ new: 0, changed: 0, doubtful: 0, refused: 0 });
        const empty = connect(`round-${++count}`);
        await importInto(empty, file);
        const wanted = (await rowsOf(db)) as { title?: string }[];
        const isWhole = request.kind !== "csv" || request.tables.includes("jobs");
        expect(await rowsOf(empty)).toEqual(isWhole ? wanted : wanted.filter((one) => !one.title));
        await empty.delete();
      }
      await db.delete();
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("address cards and a résumé say nothing new to the notebook they came from", async () => {
  const db = connect(`round-${++count}`);
  await save(db, [
    {
      table: "people",
      fields: {
        fullName: "Ada Quill",
        headline: "Keeps ferns",
        location: "Saint-Étienne",
        email: "ada@inkwell.example",
        position: "Head",
        publicId: "ada-quill",
        profileUrl: "https://www.linkedin.com/in/ada-quill/",
        isSelf: true,
      },
    },
  ]);
  const [ada] = await db.people.toArray();
  for (const request of [{ kind: "vcard" }, { kind: "resume", personId: ada!.id }] as const) {
    const made = await createExporter(db).export(request, () => {});
    const plan = await importInto(db, new File([await made!.blob.arrayBuffer()], made!.name));
    expect(plan, made!.name).toMatchObject({ edits: 0, counts: { same: 1 } });
  }
  await db.delete();
});

test("a row edited in a spreadsheet is changed, one that is none is refused with its line", async () => {
  const db = connect(`round-${++count}`);
  await save(db, [
    { table: "people", fields: { fullName: "Ada Quill", headline: "Writes" } },
    { table: "people", fields: { fullName: "Bo Nakamura", degree: 2 } },
  ]);
  const made = await createExporter(db).export(REQUESTS[1]!, () => {});
  const csv = (await made!.blob.text())
    .replace("Writes", "Reads")
    .replace(/;2;(?=[^;]*;)/, ";far;");
  const importer = createImporter(db);
  const opened = await importer.open([new File([csv], "people.csv")]);
  const plan = await importer.plan(everything(opened), () => {});
  expect(plan?.counts).toMatchObject({ changed: 1, refused: 1 });
  expect(await importer.lines({ verdict: "refused", from: 0, count: 1 })).toMatchObject([
    { line: 3, why: "badValue", detail: "degree: far" },
  ]);
  await db.delete();
});
