import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { cellOf, safeCell } from "@/lib/export/cell";
import { columnsOf, csvHead, csvLines, MORE } from "@/lib/export/csv";
import { resumeOf } from "@/lib/export/json-resume";
import { vcardOf } from "@/lib/export/vcard";
import { readResume } from "@/lib/import/json-resume/read-resume";
import { resume } from "@/lib/import/json-resume/resume-schema";
import { newCardReader } from "@/lib/import/vcard/parse-vcard";
import { readCard } from "@/lib/import/vcard/read-vcard";
import type { Person } from "@/lib/model/person";

const ID = "0199a000-0000-7000-8000-000000000001";
const base = { id: ID, createdAt: "2026-01-01T00:00:00.000Z" };

test.each(["=1+1", "+33 6", "-2", "@sum", "\t=x", "\r=x", "'=x", "''@x"])(
  "%j is no formula any more",
  (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  },
);

test("no cell of an export begins like a formula, and taking the apostrophe off gives the text back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cell = safeCell(text);
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).toBe(text);
    }),
  );
});

test("a row survives CSV, quotes, line breaks, delimiters and all", () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab";,=\n é'.split("")), maxLength: 20 });
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom("comma" as const, "excel" as const),
      (a, b, dialect) => {
        const columns = columnsOf("people");
        const row = { ...base, fullName: a, notes: b, ownWord: "kept" };
        const csv = csvHead(columns, dialect) + csvLines([row], columns, dialect);
        const [head = [], cells = []] = Papa.parse<string[]>(csv.replace("\ufeff", ""), {
          delimiter: dialect === "excel" ? ";" : ",",
        }).data;
        const at = (column: string) => cells[head.indexOf(column)];
        expect(at("fullName")).toBe(safeCell(a));
        expect(at("notes")).toBe(safeCell(b));
        expect(at(MORE)).toBe('{"ownWord":"kept"}');
      },
    ),
  );
});

test("a French spreadsheet gets semicolons and a mark, others commas", () => {
  expect(csvHead(["a", "b"], "excel")).toBe("\ufeffa;b;more\r\n");
  expect(csvHead(["a", "b"], "comma")).toBe("a,b,more\r\n");
});

test("values as cells", () => {
  expect(cellOf(-3)).toBe("-3");
  expect(cellOf(["a", "b"])).toBe("a; b");
  expect(cellOf([{ name: "SQL" }, { name: "CSS" }])).toBe("SQL; CSS");
  expect(cellOf([{ name: "SQL", level: 3 }])).toBe('[{"name":"SQL","level":3}]');
  expect(cellOf({ year: 2020 })).toBe('{"year":2020}');
  expect(cellOf(undefined)).toBe("");
  expect(cellOf(new Blob(["x"]))).toBe("");
});

function readBack(text: string) {
  const reader = newCardReader();
  const cards = text.split("\r\n").flatMap((line) => reader.push(line) ?? []);
  return [...cards, ...reader.end()].map(readCard);
}

test("a person survives vCard, whatever letters they are written in", () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'ab,;:\\"\n é中😀'.split("")), maxLength: 90 })
    .map((one) => one.trim().replace(/[ \n]*\n[ \n]*/g, "\n"));
  const named = text.filter((one) => one !== "" && !one.startsWith("="));
  fc.assert(
    fc.property(
      named,
      text,
      fc.array(
        named.filter((one) => !/[/\n#]/.test(one)),
        { maxLength: 3 },
      ),
      (fullName, notes, tags) => {
        const person: Person = {
          ...base,
          fullName,
          ...(notes && { notes }),
          company: "Inkwell, Sons; Co",
          email: "ada@inkwell.example",
          phone: "+44 20 0000",
          ...(tags.length > 0 && { tags: [...new Set(tags)] }),
          contact: { birthday: "05-03", emails: ["two@x.example"] },
        };
        const card = vcardOf(person);
        for (const line of card.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const [read] = readBack(card);
        expect(read).toMatchObject({
          kind: "person",
          fields: {
            fullName,
            company: "Inkwell, Sons; Co",
            email: "ada@inkwell.example",
            phone: "+44 20 0000",
            contact: { emails: ["two@x.example"], birthday: "05-03" },
          },
          ifEmpty: notes ? { notes } : {},
        });
      },
    ),
  );
});

test("a career survives JSON Resume", () => {
  const person: Person = {
    ...base,
    fullName: "Noor Haddad",
    headline: "Data engineer",
    about: "Pipelines that hold.",
    email: "noor@haddad.example",
    publicId: "noor-haddad",
    profileUrl: "https://www.linkedin.com/in/noor-haddad/",
    experience: [
      {
        title: "Data engineer",
        company: "Delta Works",
        startDate: { year: 2021, month: 3 },
        current: true,
        highlights: ["Halved the lag"],
      },
      {
        title: "Developer",
        company: "Canal Soft",
        startDate: { year: 2018 },
        endDate: { year: 2021, month: 2 },
      },
    ],
    education: [{ school: "Ghent School", degree: "Master", field: "Computer science" }],
    skills: [
      { name: "Kafka", category: "Data" },
      { name: "SQL", category: "Data" },
      { name: "Go" },
    ],
    languages: [{ name: "Dutch", level: "Native" }],
    certifications: [{ name: "Streams", issuer: "Guild", issuedAt: { year: 2022, month: 6 } }],
    honors: [{ title: "Best pipe", organization: "Delta", startDate: { year: 2023 } }],
    projects: [{ title: "Lag", description: "Less", role: "Lead" }],
    volunteering: [{ title: "Driver", organization: "Food Bank" }],
    publications: [{ title: "On lag", organization: "Press", startDate: { year: 2020 } }],
    recommendations: [{ author: "Ivo", text: "Ships.", direction: "received" }],
  };
  const written: unknown = JSON.parse(JSON.stringify(resumeOf(person)));
  const read = readResume(resume.parse(written), false);
  if (read.kind !== "person") throw new Error("no person");
  const lists: Record<string, unknown[]> = {};
  for (const { list, value } of read.items ?? []) (lists[list] ??= []).push(value);
  for (const list of [
    "experience",
    "education",
    "languages",
    "certifications",
    "honors",
    "projects",
    "volunteering",
    "publications",
    "recommendations",
  ] as const) {
    expect(lists[list], list).toEqual(person[list]);
  }
  expect(lists.skills).toEqual(expect.arrayContaining(person.skills ?? []));
  const { fullName, headline, about, email, publicId, profileUrl } = person;
  expect(read.fields).toMatchObject({ fullName, headline, about, email, publicId, profileUrl });
});
