import { expect, test } from "vitest";
import { readDayOrInstant, readInstant, readPartialDate } from "@/lib/import/moment";
import { guessMapping } from "@/lib/import/csv-mapping/guess-mapping";
import { headKey, readHeads } from "@/lib/import/linkedin-export/columns";
import { listed } from "@/lib/import/linkedin-export/profile";
import { dropped, fixture } from "./fixtures";
import { importInto, MemoryNotebook, planOf } from "./notebook-in-memory";

test.each([
  ["17 May 2026", "2026-05-17"],
  ["17-May-26", "2026-05-17"],
  ["2026-05-17 10:11:12 UTC", "2026-05-17T10:11:12.000Z"],
  ["2026/05/17 10:11:12 UTC", "2026-05-17T10:11:12.000Z"],
  ["2026-05-17T10:11:12+02:00", "2026-05-17T08:11:12.000Z"],
  ["1/29/26, 2:37 PM", "2026-01-29T14:37:00.000Z"],
  ["1/29/26, 12:05\u202fAM", "2026-01-29T00:05:00.000Z"],
  ["Sat Jul 11 17:57:03 UTC 2020", "2020-07-11T17:57:03.000Z"],
  ["May 17, 2026", "2026-05-17"],
  ["17 mai 2026", "2026-05-17"],
  ["1er déc. 2019", "2019-12-01"],
  ["17. März 2026", "2026-03-17"],
  ["17.03.2026", "2026-03-17"],
  ["3 de agosto de 2024", "2024-08-03"],
  ["3 de ago. de 2024", "2024-08-03"],
  ["17 mag 2026", "2026-05-17"],
  ["17 mrt 2026", "2026-03-17"],
  ["25/12/2020", "2020-12-25"],
])("the date %s", (text, read) => {
  expect(readDayOrInstant(text)).toBe(read);
});

test.each(["", "soon", "30 Feb 2026", "13/13/2020", "May 2020", "2020", "25:61", "99 May 2026"])(
  "no day: %s",
  (text) => {
    expect(readInstant(text)).toBeUndefined();
  },
);

test.each([
  ["Jan 2021", { year: 2021, month: 1 }],
  ["févr. 2020", { year: 2020, month: 2 }],
  ["2015", { year: 2015 }],
  ["2014-06-29", { year: 2014, month: 6 }],
  ["2014-06", { year: 2014, month: 6 }],
  ["06/2014", { year: 2014, month: 6 }],
  ["1492", undefined],
])("the career date %s", (text, read) => {
  expect(readPartialDate(text)).toEqual(read);
});

test("day before month only where the table says so", () => {
  expect(readDayOrInstant("03/02/2026")).toBe("2026-03-02");
  expect(readDayOrInstant("03/02/2026", "dayFirst")).toBe("2026-02-03");
});

test("heads are compared without case, accents and punctuation", () => {
  expect(headKey(' "E-Mail-Adresse" ')).toBe("emailadresse");
  const layout = readHeads(["PRÉNOM", "nom", "Hobby", ""], ["firstName", "lastName"]);
  expect(layout).toEqual({ at: { firstName: 0, lastName: 1 }, unknown: [["Hobby", 2]] });
});

test("lists in one cell, with and without their kinds", () => {
  expect(listed("[COMPANY:https://a.example,OTHER:https://b.example/x,y]")).toEqual([
    { kind: "company", value: "https://a.example" },
    { kind: "other", value: "https://b.example/x,y" },
  ]);
  expect(listed("[me]")).toEqual([{ value: "me" }]);
  expect(listed("")).toEqual([]);
});

test("address cards of three versions", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [fixture("other/three.vcf")]);
  expect(
    notebook.all("people").map(({ id: _, passport: __, ...person }) => person),
  ).toMatchSnapshot();
});

test("a résumé becomes a person, and the owner when it is said to be one's own", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [fixture("other/resume.json")]);
  expect(
    notebook.all("people").map(({ id: _, passport: __, ...person }) => person),
  ).toMatchSnapshot();
  const own = new MemoryNotebook();
  await importInto(own, [fixture("other/resume.json")], { own: new Set([0]) });
  expect(own.all("people")).toMatchObject([{ fullName: "Noor Haddad", isSelf: true }]);
});

test("the mapping of an address book is guessed from its heads", async () => {
  const { opened } = await planOf(new MemoryNotebook(), [fixture("other/google-contacts.csv")]);
  const [source] = opened.sources;
  expect(source?.kind === "csv" && source.mapping).toMatchObject({
    table: "people",
    uses: [
      { to: "field", field: "firstName" },
      { to: "field", field: "lastName" },
      { to: "field", field: "email" },
      { to: "field", field: "phone" },
      { to: "field", field: "company" },
      { to: "field", field: "position" },
      { to: "field", field: "tags" },
      { to: "kept" },
      { to: "kept" },
    ],
  });
});

test("columns nobody knows are kept under their own head", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [fixture("other/google-contacts.csv")]);
  expect(notebook.all("people")[0]).toMatchObject({
    fullName: "Ada Quill",
    tags: ["* myContacts", "Writers"],
    imported: { Birthday: "1985-04-09", "Custom Field 1 - Value": "ferns" },
  });
});

test("a column without a head is known by what stands in it", () => {
  const rows = [
    ["Name", "x", "y"],
    ["Ada Quill", "ada@inkwell.example", "https://www.linkedin.com/in/ada"],
    ["Bo Nakamura", "bo@nakamura.example", ""],
  ].map((cells, index) => ({ line: index + 1, cells }));
  expect(guessMapping(rows).uses.map((use) => (use.to === "field" ? use.field : use.to))).toEqual([
    "fullName",
    "email",
    "profileUrl",
  ]);
});

test.each([
  ["Vorname;Name;Firma\nAda;Quill;Novelia\n", ["firstName", "lastName", "company"]],
  ["Name,First Name,Company\nQuill,Ada,Novelia\n", ["lastName", "firstName", "company"]],
  ["Name,First Name,Company\nAda Quill,Ada,Novelia\n", ["fullName", "firstName", "company"]],
  ["Nom,Prénom,Société\nQuill,Ada,Novelia\n", ["lastName", "firstName", "company"]],
])("a name beside a first name is the last, unless it holds both: %j", (text, fields) => {
  const rows = text
    .trim()
    .split("\n")
    .map((line, index) => ({ line: index + 1, cells: line.split(/[;,]/) }));
  expect(guessMapping(rows).uses).toEqual(fields.map((field) => ({ to: "field", field })));
});

test.each([
  ["companies", "Raison sociale;SIRET;Secteur\nAtelier Nord;12345678900011;Design\n"],
  ["jobs", "Job Title,Company,URL,Salary\nBuyer,Acme,https://acme.example/1,40k\n"],
  ["people", "Name,Company\nAda Quill,Inkwell\n"],
])("a table of %s", async (table, text) => {
  const { plan } = await planOf(new MemoryNotebook(), [dropped("table.csv", text)]);
  expect(plan.made).toMatchObject({ [table]: 1 });
});

test("a mapping may be changed, and a column left out", async () => {
  const notebook = new MemoryNotebook();
  const file = dropped("t.csv", "Name,Town,Secret\nAda Quill,London,shh\n");
  await importInto(notebook, [file], {
    mappings: new Map([
      [
        0,
        {
          table: "people",
          headLine: 1,
          heads: ["Name", "Town", "Secret"],
          uses: [{ to: "field", field: "fullName" }, { to: "kept" }, { to: "leftOut" }],
          dates: "dayFirst",
        },
      ],
    ]),
  });
  expect(notebook.all("people")).toMatchObject([
    { fullName: "Ada Quill", imported: { Town: "London" } },
  ]);
});
