import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readRows, sniff, type Readable } from "@/lib/import/csv";
import { newCardReader } from "@/lib/import/vcard/parse-vcard";
import { recognise } from "@/lib/import/recognise";
import { dropped } from "./fixtures";
import { importInto, MemoryNotebook, planOf } from "./notebook-in-memory";

/** Bytes in pieces of a few, so that rows, quotes and letters are cut everywhere. */
function inPieces(text: string, size: number): Readable {
  const bytes = new TextEncoder().encode(text);
  return {
    path: "table.csv",
    bytes: bytes.length,
    open: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) {
            controller.enqueue(bytes.slice(at, at + size));
          }
          controller.close();
        },
      }),
  };
}

const cell = fc.string({ unit: fc.constantFrom(..."ab,;\"\n é'\t=€中".split("")), maxLength: 12 });
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

test("a table written as CSV is read back cell by cell, however its bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(",", ";"),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      async (cells, delimiter, newline, size) => {
        const text = Papa.unparse(cells, { delimiter, newline, quotes: true });
        const file = inPieces(text, size);
        const read: string[][] = [];
        const dialect = { encoding: "utf-8", delimiter, newline: "\n" } as const;
        for await (const rows of readRows(file, dialect)) {
          read.push(...rows.map((row) => row.cells));
        }
        const told = cells.map((row) => row.map((one) => one.trim()));
        expect(read).toEqual(told.filter((row) => row.some((one) => one !== "")));
      },
    ),
    { numRuns: 300 },
  );
});

test("the line of a row is the line an editor shows", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 30 }), async (cells, size) => {
      const marked = cells.map((row, index) => [`row ${index}`, ...row]);
      const text = Papa.unparse(marked, { newline: "\n", quotes: true });
      const dialect = { encoding: "utf-8", delimiter: ",", newline: "\n" } as const;
      for await (const rows of readRows(inPieces(text, size), dialect)) {
        for (const row of rows) {
          expect(text.split("\n")[row.line - 1]).toContain(`"${row.cells[0]}"`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("no text makes the reading of a file throw", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), async (text) => {
      const files = ["a.csv", "Connections.csv", "b.vcf", "c.json", "d.zip"].map((name) =>
        dropped(name, text),
      );
      const opened = await recognise(files);
      expect(opened.sources.length + opened.refused.length).toBe(5);
      await planOf(new MemoryNotebook(), files);
    }),
    { numRuns: 150 },
  );
});

test("no line makes the reader of address cards throw", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...CARD_LINES))), (lines) => {
      const reader = newCardReader();
      for (const line of lines) reader.push(line);
      reader.end();
    }),
  );
});

const CARD_LINES = [
  "BEGIN:VCARD",
  "END:VCARD",
  "FN;ENCODING=QUOTED-PRINTABLE:=E9=",
  " folded",
  'TEL;TYPE="a:b;c":1',
  "N:;;;;",
  "__proto__;__proto__=1:x",
];

const word = fc.constantFrom("Ada", "Bo", "Cleo", "Dara");
/** One of that name is always the same member with the same address, where the file says so at all. */
const person = fc
  .record({
    first: word,
    last: word,
    hasSlug: fc.boolean(),
    hasEmail: fc.boolean(),
    company: fc.constantFrom("", "Acme", "Globex"),
    position: fc.constantFrom("", "Buyer"),
  })
  .map(({ hasSlug, hasEmail, ...rest }) => ({
    ...rest,
    slug: hasSlug ? `${rest.first}-${rest.last}`.toLowerCase() : undefined,
    email: hasEmail ? `${rest.first}.${rest.last}@x.example`.toLowerCase() : undefined,
  }));
type Drawn = typeof person extends fc.Arbitrary<infer T> ? T : never;

function connectionsOf(people: readonly Drawn[]) {
  const rows = people.map(({ first, last, slug, email, company, position }) =>
    [
      first,
      last,
      slug ? `https://www.linkedin.com/in/${slug}` : "",
      email ?? "",
      company,
      position,
      "17 May 2024",
    ].join(","),
  );
  const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
  return dropped("Connections.csv", [head, ...rows].join("\n"));
}

test("importing the same file twice changes nothing, whoever is in it and whoever was there", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 8 }),
      fc.array(person, { maxLength: 5 }),
      fc.constantFrom("same" as const, "apart" as const),
      async (people, before, doubts) => {
        const notebook = new MemoryNotebook();
        if (before.length > 0) await importInto(notebook, [connectionsOf(before)]);
        // A file may give one member two companies: the last line stands, and each reading writes it again.
        const file = connectionsOf(dedupe(people));
        await importInto(notebook, [file], { doubts, markLost: false });
        const once = structuredClone(notebook.tables);
        await importInto(notebook, [file], { doubts, markLost: false });
        expect(notebook.tables).toEqual(once);
      },
    ),
    { numRuns: 400 },
  );
});

/** One line per member, as LinkedIn writes them. */
function dedupe(people: readonly Drawn[]): Drawn[] {
  return [...new Map(people.map((one) => [`${one.first} ${one.last}`, one])).values()];
}

test("the dry run and the run come to the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 8 }),
      fc.array(person, { maxLength: 5 }),
      async (people, before) => {
        const notebook = new MemoryNotebook();
        if (before.length > 0) await importInto(notebook, [connectionsOf(before)]);
        const rows = notebook.all("people").length;
        const { plan } = await planOf(notebook, [connectionsOf(people)], { markLost: false });
        const written = await importInto(notebook, [connectionsOf(people)], { markLost: false });
        expect(written).toBe(plan.edits);
        expect(notebook.all("people").length - rows).toBe(plan.made.people ?? 0);
      },
    ),
    { numRuns: 200 },
  );
});

test("the dialect is found from the head", async () => {
  const { dialect, head } = await sniff(inPieces("a;b;c\r\n1,5;2;3\r\n", 5));
  expect(dialect).toEqual({ encoding: "utf-8", delimiter: ";", newline: "\n" });
  expect(head).toHaveLength(2);
});
