import { deflateSync, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { LIMITS } from "@/lib/import/limits";
import { recognise } from "@/lib/import/recognise";
import { dropped, fixture, zipOf } from "./fixtures";
import { importInto, MemoryNotebook, planOf } from "./notebook-in-memory";

const HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const ROW = "Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme,Engineer,17 May 2024";

test("a CSV cut off in the middle of a row gives the rows before it, and says so", async () => {
  const { lines } = await planOf(new MemoryNotebook(), [
    dropped("Connections.csv", `${HEAD}\n${ROW}\nJohn,Ro`),
  ]);
  expect(lines.new).toMatchObject([{ label: "Jane Doe", line: 2 }]);
  expect(lines.refused).toMatchObject([{ line: 3, why: "columns", label: "John · Ro" }]);
});

test("a CSV cut off inside a quoted cell says at which line", async () => {
  const { plan } = await planOf(new MemoryNotebook(), [
    dropped("Connections.csv", `${HEAD}\n${ROW}\nJohn,Roe,,,"Acme, In`),
  ]);
  expect(plan.counts.new).toBe(1);
  expect(plan.files[0]).toMatchObject({ problem: "openQuote", detail: { line: 3 } });
});

test("a cell too many is a value in the wrong column: refused", async () => {
  const { lines } = await planOf(new MemoryNotebook(), [
    dropped("Connections.csv", `${HEAD}\nJane,Doe,,,Acme, Inc,Engineer,17 May 2024\n${ROW}`),
  ]);
  expect(lines.refused).toMatchObject([{ line: 2, why: "columns" }]);
  expect(lines.new).toHaveLength(1);
});

test("a ZIP cut off is refused whole", async () => {
  const whole = zipOf({ "Connections.csv": `${HEAD}\n${ROW}\n`.repeat(50) });
  const half = await whole.blob.slice(0, whole.blob.size / 2).arrayBuffer();
  const opened = await recognise([dropped("export.zip", new Uint8Array(half))]);
  expect(opened.refused).toMatchObject([{ path: "export.zip", problem: "zipCutOff" }]);
});

test("a ZIP bomb is refused before it is inflated", async () => {
  const zeros = new Uint8Array(LIMITS.ratioFrom * 3);
  const bomb = zipSync({ "Connections.csv": zeros });
  expect(bomb.length).toBeLessThan(100_000);
  const opened = await recognise([dropped("bomb.zip", bomb)]);
  expect(opened.refused).toMatchObject([{ problem: "zipBomb" }]);
});

test("a ZIP that lies about its sizes is stopped where the lie shows", async () => {
  const bomb = zipSync({ "Connections.csv": new Uint8Array(2_000_000) });
  // The directory says 100 bytes; the stream holds two million.
  new DataView(bomb.buffer).setUint32(directoryOf(bomb) + 24, 100, true);
  const opened = await recognise([dropped("liar.zip", bomb)]);
  expect(opened.refused).toMatchObject([{ problem: "zipBomb" }]);
});

test("two entries over the same bytes are a bomb", async () => {
  const zip = zipSync({
    "Connections.csv": strToU8(`${HEAD}\n${ROW}`),
    "Skills.csv": strToU8("Name\nSQL"),
  });
  const view = new DataView(zip.buffer);
  const first = directoryOf(zip);
  const second = first + 46 + view.getUint16(first + 28, true);
  view.setUint32(second + 42, view.getUint32(first + 42, true), true);
  expect((await recognise([dropped("o.zip", zip)])).refused).toMatchObject([
    { problem: "zipBomb" },
  ]);
});

test("too many entries are refused by their count alone", async () => {
  const zip = zipSync({ "Skills.csv": strToU8("Name\nSQL") });
  new DataView(zip.buffer).setUint16(zip.length - 22 + 10, LIMITS.entries + 1, true);
  const opened = await recognise([dropped("many.zip", zip)]);
  expect(opened.refused).toMatchObject([{ problem: "tooManyEntries" }]);
});

test("bytes changed on the way are damage, not data", async () => {
  const text = Array.from({ length: 400 }, (_, n) => `J${n},D${n},,,Acme ${n},,17 May 2024`);
  const zip = zipSync({ "Connections.csv": strToU8([HEAD, ...text].join("\n")) });
  const deflated = deflateSync(strToU8("x")).length;
  zip.fill(0xff, 60 + deflated, 160 + deflated);
  const opened = await recognise([dropped("bad.zip", zip)]);
  expect(opened.refused).toMatchObject([{ problem: "zipDamaged" }]);
});

test("a password cannot be guessed: the ZIP is refused", async () => {
  const zip = zipSync({ "Connections.csv": strToU8(HEAD) });
  new DataView(zip.buffer).setUint16(directoryOf(zip) + 8, 1, true);
  const opened = await recognise([dropped("locked.zip", zip)]);
  expect(opened.refused).toMatchObject([{ problem: "zipEncrypted" }]);
});

test.each([
  ["utf-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8()])],
  ["utf-16 little end first", utf16(true)],
  ["utf-16 big end first", utf16(false)],
  ["windows-1252", latin()],
])("accents in %s", async (_, bytes) => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [dropped("Connections.csv", bytes)]);
  expect(notebook.all("people")).toMatchObject([
    { fullName: "Agnès Lefèvre", company: "Café de l’Œuvre", connectedAt: "2026-08-03" },
  ]);
});

test("a table saved by a French spreadsheet: semicolons, windows-1252, a title above, days first", async () => {
  const notebook = new MemoryNotebook();
  const { lines } = await planOf(notebook, [fixture("other/excel-fr.csv")]);
  await importInto(notebook, [fixture("other/excel-fr.csv")]);
  expect(notebook.all("people")).toMatchObject([
    {
      fullName: "Agnès Lefèvre",
      company: 'Café "Été"',
      email: "agnes@cafe.example",
      lastInteractionAt: "2026-02-03T00:00:00.000Z",
      keepInTouchDays: 90,
    },
  ]);
  expect(lines.refused).toMatchObject([
    { line: 5, why: "badValue", detail: "Fréquence (jours): beaucoup" },
  ]);
});

test("what is no import says so", async () => {
  const opened = await recognise([
    dropped("photo.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
    dropped("empty.csv", ""),
    dropped("half.json", '{"basics": {'),
    dropped("other.json", '{"hello": 1}'),
    zipOf({ "readme.txt": "nothing" }, "other.zip"),
    zipOf({ "readme.txt": "nothing", "inner.zip": "PK" }, "nested.zip"),
    dropped("rapport.sqlite", "SQLite format 3\0 and the rest"),
  ]);
  expect(opened.refused.map(({ path, problem }) => [path, problem])).toEqual([
    ["photo.png", "notKnown"],
    ["empty.csv", "empty"],
    ["half.json", "notJson"],
    ["other.json", "notResume"],
    ["other.zip", "notKnown"],
    ["nested.zip", "zipInZip"],
    ["rapport.sqlite", "sqlite"],
  ]);
});

test("half an address card and a card without a name say so", async () => {
  const { lines } = await planOf(new MemoryNotebook(), [fixture("other/three.vcf")]);
  expect(lines.refused.map(({ line, why, label }) => [line, why, label])).toEqual([
    [34, "noName", "No Name Ltd"],
    [38, "columns", "Half Card"],
  ]);
});

function directoryOf(zip: Uint8Array<ArrayBuffer>): number {
  return new DataView(zip.buffer).getUint32(zip.length - 22 + 16, true);
}

function accented(): string {
  return `${HEAD}\nAgnès,Lefèvre,,,Café de l’Œuvre,,3 août 2026\n`;
}

function utf8(): Uint8Array {
  return new TextEncoder().encode(accented());
}

function utf16(isLittle: boolean): Uint8Array<ArrayBuffer> {
  const text = `\ufeff${accented()}`;
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), isLittle));
  return new Uint8Array(view.buffer);
}

function latin(): Uint8Array<ArrayBuffer> {
  const codes: Record<string, number> = { "’": 0x92, Œ: 0x8c };
  const text = [...accented()];
  return new Uint8Array(text.map((letter) => codes[letter] ?? letter.charCodeAt(0)));
}

test("a table of more lines than can be held is refused whole, before anything of it is decided", async () => {
  const row = "Jane Doe;jane@acme.example\n";
  const table = `Name;Email\n${row.repeat(LIMITS.rows + 1)}`;
  const { plan, lines } = await planOf(new MemoryNotebook(), [dropped("people.csv", table)]);
  expect(plan.files[0]).toMatchObject({ problem: "tooManyRows", detail: { most: LIMITS.rows } });
  expect(plan.edits).toBe(0);
  expect(lines.new).toEqual([]);
});

test("a member without a name writes to nobody: the line is named, the others are kept", async () => {
  const head = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT";
  const { lines } = await planOf(new MemoryNotebook(), [
    zipOf({
      "Profile.csv": "First Name,Last Name,Headline\nThe,Owner,Knows people",
      "messages.csv": [
        head,
        "2-a=,LinkedIn Member,,The Owner,https://www.linkedin.com/in/me,2024-01-02 10:00:00 UTC,Hello",
        "2-b=,Jane Doe,https://www.linkedin.com/in/jane-doe,The Owner,https://www.linkedin.com/in/me,2024-01-02 10:00:00 UTC,Hello",
      ].join("\n"),
    }),
  ]);
  expect(lines.refused).toMatchObject([{ line: 2, why: "nobody" }]);
  expect(lines.new.map(({ label }) => label)).toContain("Jane Doe");
});
