import { expect, test } from "vitest";
import { exportZip, fixture } from "./fixtures";
import { importInto, MemoryNotebook, planOf } from "./notebook-in-memory";

test("a whole export is recognised file by file, and what has no place is named", async () => {
  const { plan, opened } = await planOf(new MemoryNotebook(), [exportZip("en")]);
  expect(opened.passedOver).toEqual(["Learning.csv"]);
  expect(opened.refused).toEqual([]);
  expect(plan.files.map(({ exportFile }) => exportFile)).toMatchSnapshot();
  expect(plan.counts).toMatchSnapshot();
  expect(plan.made).toMatchSnapshot();
});

test("the owner's files become one row of the owner", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [exportZip("en")]);
  const own = notebook.all("people").filter(({ isSelf }) => isSelf);
  expect(own).toHaveLength(1);
  const [{ id: _, passport: __, ...person }] = own as [Record<string, unknown>];
  expect(person).toMatchSnapshot();
});

test("connections, messages and invitations", async () => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [exportZip("en")]);
  const byName = (name: string) => notebook.all("people").find(({ fullName }) => fullName === name);
  expect(byName("Ines Okafor-Lind")).toMatchSnapshot();
  expect(byName("Ada Quill")).toMatchSnapshot();
  expect(
    notebook.all("messages").map(({ id: _, personId: __, ...rest }) => rest),
  ).toMatchSnapshot();
  expect(notebook.all("jobs")).toMatchSnapshot();
  expect(notebook.all("applications")).toMatchSnapshot();
  expect(notebook.all("companies")).toMatchSnapshot();
});

test("lines that give nothing say why, with the line they stand in", async () => {
  const { lines, opened } = await planOf(new MemoryNotebook(), [exportZip("en")]);
  const told = lines.refused.map(({ source, line, why, label }) => [
    opened.sources[source]?.readable.path,
    line,
    why,
    label,
  ]);
  expect(told).toMatchSnapshot();
});

test.each(["fr", "de", "es", "pt", "it", "nl"])("connections in %s", async (language) => {
  const notebook = new MemoryNotebook();
  await importInto(notebook, [fixture(`${language}/Connections.csv`)]);
  const people = notebook.all("people").map(({ fullName, company, position, connectedAt }) => ({
    fullName,
    company,
    position,
    connectedAt,
  }));
  expect(people).toMatchSnapshot();
  expect(people.every(({ connectedAt }) => /^\d{4}-\d\d-\d\d$/.test(String(connectedAt)))).toBe(
    true,
  );
});
