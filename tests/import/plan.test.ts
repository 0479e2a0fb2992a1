import { expect, test } from "vitest";
import { dropped, exportZip, fixture, zipOf } from "./fixtures";
import { importInto, MemoryNotebook, planOf } from "./notebook-in-memory";

const HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const connections = (...rows: string[]) => dropped("Connections.csv", [HEAD, ...rows].join("\n"));
function withJane(): MemoryNotebook {
  const notebook = new MemoryNotebook();
  notebook.put("people", { id: "p1", fullName: "Jane Doe", company: "ACME" });
  return notebook;
}
const JANE = "Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme,Engineer,17 May 2024";

test("importing the same export twice changes nothing", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [exportZip("en")]);
  const before = structuredClone(notebook.tables);
  const { plan } = await planOf(notebook, [exportZip("en")]);
  expect(plan.counts).toMatchObject({ new: 0, changed: 0, doubtful: 0 });
  expect(plan.edits).toBe(0);
  expect(await importInto(notebook, [exportZip("en")])).toBe(0);
  expect(notebook.tables).toEqual(before);
});

test("two files with the same person make one person", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [
    connections(
      "Ada,Quill,https://www.linkedin.com/in/ada-quill,ada@inkwell.example,Inkwell,Writer,1 May 2024",
    ),
    fixture("other/three.vcf"),
    fixture("other/google-contacts.csv"),
  ]);
  const named = notebook.all("people").filter(({ fullName }) => fullName === "Ada Quill");
  expect(named).toHaveLength(1);
  expect(named[0]).toMatchObject({ degree: 1, notes: "Met at the fair.\nLikes ferns; hates fax." });
});

test("a name and a company prove nothing: the line is doubtful, and kept apart unless told otherwise", async () => {
  const files = [connections(JANE)];
  const { plan, lines } = await planOf(withJane(), files);
  expect(plan.counts.doubtful).toBe(1);
  expect(lines.doubtful[0]).toMatchObject({
    line: 2,
    why: "sameNameAndCompany",
    candidate: { id: "p1", label: "Jane Doe" },
  });

  const apart = withJane();
  await importInto(apart, files);
  expect(apart.all("people")).toHaveLength(2);
  expect((await planOf(apart, files)).plan.counts).toMatchObject({ same: 1, doubtful: 0 });

  const same = withJane();
  await importInto(same, files, { answers: new Map([["0:2", "same"]]) });
  expect(same.all("people")).toMatchObject([{ id: "p1", publicId: "jane-doe", degree: 1 }]);

  const out = withJane();
  await importInto(out, files, { doubts: "leaveOut" });
  expect(out.all("people")).toHaveLength(1);
});

test("what the user typed stays, and so does what was captured since", async () => {
  const notebook = new MemoryNotebook();
  const at = "2027-01-01T00:00:00.000Z";
  notebook.put("people", {
    id: "p1",
    fullName: "Jane Doe",
    publicId: "jane-doe",
    company: "My own word",
    position: "Seen last week",
    passport: {
      company: { source: "user", at: "2020-01-01T00:00:00.000Z" },
      position: { source: "capture", at },
    },
  });
  await importInto(notebook, [connections(JANE)]);
  expect(notebook.all("people")[0]).toMatchObject({
    company: "My own word",
    position: "Seen last week",
    connectedAt: "2024-05-17",
  });
});

test("with the notebook's word first, only gaps are filled", async () => {
  const notebook = new MemoryNotebook();
  notebook.put("people", { id: "p1", fullName: "Jane Doe", publicId: "jane-doe", company: "Old" });
  await importInto(notebook, [connections(JANE)], { onConflict: "mine" });
  expect(notebook.all("people")[0]).toMatchObject({ company: "Old", position: "Engineer" });
});

const row = (n: number, company = "Acme") =>
  `Person,N${n},https://www.linkedin.com/in/n${n},,${company},Engineer,1${n} May 2024`;

test("a second export shows job changes, new and lost connections", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [connections(row(1), row(2), row(3), row(4))]);
  const second = [connections(row(1), row(2, "Globex"), row(4), row(5))];
  const { plan } = await planOf(notebook, second);
  expect(plan.jobChanges).toMatchObject([
    {
      label: "Person N2",
      kind: "newCompany",
      before: { company: "Acme" },
      after: { company: "Globex" },
    },
  ]);
  expect(plan.newConnections).toBe(1);
  expect(plan.lost).toMatchObject([{ label: "Person N3" }]);

  await importInto(notebook, second);
  const lost = notebook.all("people").find(({ fullName }) => fullName === "Person N3");
  expect(lost).toMatchObject({ status: "removed" });
  expect(lost).not.toHaveProperty("degree");
  expect((await planOf(notebook, second)).plan).toMatchObject({ edits: 0, lost: [] });
});

test("an export of another account marks nobody as lost", async () => {
  const notebook = new MemoryNotebook();
  const rows = Array.from(
    { length: 20 },
    (_, n) => `A,N${n},https://www.linkedin.com/in/a${n},,,,1 May 2024`,
  );
  await importInto(notebook, [connections(...rows)]);
  const { plan } = await planOf(notebook, [connections(JANE)]);
  expect(plan.isOther).toBe(true);
  await importInto(notebook, [connections(JANE)]);
  expect(notebook.all("people").every(({ status }) => status === "active")).toBe(true);
});

test("a connection made after the export is not lost by it", async () => {
  const notebook = new MemoryNotebook();
  const late = "Late,Comer,https://www.linkedin.com/in/late,,,,1 Aug 2026";
  await importInto(notebook, [connections(JANE, late)]);
  expect((await planOf(notebook, [connections(JANE)])).plan.lost).toEqual([]);
});

test("a file left out is not read", async () => {
  const { opened } = await planOf(new MemoryNotebook(), [exportZip("en")]);
  const messages = opened.sources.find(({ readable }) => readable.path === "messages.csv");
  const wanted = new Set([messages?.index ?? -1]);
  const { plan } = await planOf(new MemoryNotebook(), [exportZip("en")], { wanted });
  expect(Object.keys(plan.made)).toEqual(["people", "messages"]);
});

test("messages of an old export, without addresses, go to the only person of that name", async () => {
  const notebook = new MemoryNotebook();
  notebook.put("people", { id: "p1", fullName: "Jane Doe" });
  notebook.put("people", { id: "p2", fullName: "Twin Name" });
  notebook.put("people", { id: "p3", fullName: "Twin Name" });
  const { lines } = await planOf(notebook, [
    zipOf({
      "Profile.csv": "First Name,Last Name,Headline\nMe,Myself,Owner\n",
      "messages.csv": [
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
        "c1,,Jane Doe,,Me Myself,2020-01-01 10:00:00 UTC,,Hello,INBOX",
        "c1,,Me Myself,,Jane Doe,2020-01-01 11:00:00 UTC,,Hi,INBOX",
        "c2,,Twin Name,,Me Myself,2020-01-01 10:00:00 UTC,,Which?,INBOX",
      ].join("\n"),
    }),
  ]);
  expect(lines.new.map(({ table, label }) => [table, label])).toEqual([
    ["people", "Me Myself"],
    ["messages", "Jane Doe"],
    ["messages", "Jane Doe"],
  ]);
  expect(lines.refused).toMatchObject([{ line: 4, why: "twoOfThatName" }]);
});

const table = (notes: string) => [
  dropped("people.csv", `Name,Email,Notes\nAda Quill,ada@inkwell.example,${notes}\n`),
];

test("what one wrote about a person stays, and the line says what the file says instead", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, table("Met in Lyon"));
  const { plan, lines } = await planOf(notebook, table("Met in Oslo"));
  expect(plan).toMatchObject({ edits: 0, kept: 1, counts: { same: 1 } });
  expect(lines.same).toMatchObject([
    { kept: [{ field: "notes", before: "Met in Lyon", after: "Met in Oslo" }] },
  ]);
  expect((await planOf(notebook, table("Met in Lyon"))).plan.kept).toBe(0);
});
