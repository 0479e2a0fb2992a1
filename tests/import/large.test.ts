import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { findSaved } from "@/lib/capture/saved";
import { storeCapture } from "@/lib/capture/store";
import { allEntries, countRows, readPerson } from "@/lib/contacts/store";
import { allCompanies, companyName, peopleAt } from "@/lib/contacts/store/companies";
import { openDb, type RapportDb } from "@/lib/data/db";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { createImporter } from "@/lib/import/importer";
import { everything } from "./everything";
import { zipOf } from "./fixtures";

const PEOPLE = 5001;
const HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const urlOf = (n: number) => `https://www.linkedin.com/in/large-${n}`;
const CSV = [
  HEAD,
  ...Array.from(
    { length: PEOPLE },
    (_, n) => `Ada,Number${n},${urlOf(n)},,Quarry ${n % 7},Buyer,02 May 2020`,
  ),
].join("\n");

let db: RapportDb;
afterEach(() => db.delete());

test("people of a large import are listed, opened, found by their page and captured while they wait, and taken back as one", async () => {
  db = openDb("import-large");
  const importer = createImporter(db);
  const { name, blob, lastModified } = zipOf({ "Connections.csv": CSV });
  const opened = await importer.open([
    new File([await blob.arrayBuffer()], name, { lastModified }),
  ]);
  const choices = everything(opened);
  await importer.plan(choices, () => {});
  const record = await importer.run(choices, () => {});

  expect(await db.people.count()).toBe(0);
  expect(await countRows("people", db)).toBe(PEOPLE);
  expect(await allCompanies(db)).toHaveLength(7);
  const one = (await allEntries("people", db)).find(({ title }) => title === "Ada Number7");
  expect(one).toMatchObject({ company: "Quarry 0" });
  const person = await readPerson(one?.id ?? "", db);
  expect(person).toMatchObject({ fullName: "Ada Number7", degree: 1 });
  expect(await companyName(person?.employerId ?? "", db)).toBe("Quarry 0");

  expect(await findSaved(db, urlOf(8))).toMatchObject({ row: { fullName: "Ada Number8" } });
  const stored = await storeCapture(db, {
    kind: "profile",
    family: "sdui",
    url: urlOf(9),
    capturedAt: "2026-11-21T10:00:00.000Z",
    record: { fullName: "Ada Number9", publicId: "large-9", headline: "Buys stone" },
    sections: {},
    problems: [],
    unparsed: [],
  });
  expect(stored.outcome).toBe("changed");
  expect(await db.people.count()).toBe(2);
  const colleagues = await peopleAt(person?.employerId ?? "", db);
  expect(colleagues).toHaveLength(Math.ceil(PEOPLE / 7));

  await unfoldStaged(db);
  expect(await db.people.count()).toBe(PEOPLE);
  expect(await db.companies.count()).toBe(7);
  expect(await readPerson(stored.id, db)).toMatchObject({ headline: "Buys stone" });

  const undone = await importer.undo(record.id, () => {});
  expect(undone).toEqual({ undone: PEOPLE - 1 + 7, kept: 1 });
  expect(await db.people.count()).toBe(1);
}, 60_000);
