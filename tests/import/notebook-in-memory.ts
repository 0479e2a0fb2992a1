import { CompanyDirectory } from "@/lib/contacts/employers";
import type { TableName } from "@/lib/model/tables";
import type { Choices } from "@/lib/import/choices";
import type { PlannedEdit } from "@/lib/import/ledger";
import { keysOfJob, knownPerson } from "@/lib/import/known";
import type { KnownPerson, Notebook, Row } from "@/lib/import/notebook";
import { makePlan, type Planned } from "@/lib/import/plan";
import { recognise, type DroppedFile } from "@/lib/import/recognise";
import { runImport } from "@/lib/import/run";
import type { Opened } from "@/lib/import/source";
import { everything } from "./everything";

type Rows = Map<string, Record<string, unknown>>;

/** A notebook without a database: what an import reads and writes, and nothing more. */
export class MemoryNotebook implements Notebook {
  readonly tables = new Map<TableName, Rows>();

  table(name: TableName): Rows {
    const rows = this.tables.get(name) ?? new Map();
    this.tables.set(name, rows);
    return rows;
  }

  all(name: TableName): Row[] {
    return [...this.table(name).values()];
  }

  put(name: TableName, row: Record<string, unknown> & { id: string }): void {
    this.table(name).set(row.id, row);
  }

  async *people(): AsyncGenerator<KnownPerson[]> {
    yield this.all("people").map(knownPerson);
  }

  async rows(table: TableName, ids: readonly string[]): Promise<Map<string, Row>> {
    const rows = this.table(table);
    return new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as Row]] : [])));
  }

  async ids(table: TableName): Promise<Set<string>> {
    return new Set(this.table(table).keys());
  }

  async jobsByKey(): Promise<Map<string, string>> {
    return new Map(
      this.all("jobs").flatMap((row) => keysOfJob(row).map((key) => [key, String(row.id)])),
    );
  }

  async companies(): Promise<CompanyDirectory> {
    const rows = this.all("companies") as { id: string; keys?: string[] }[];
    return new CompanyDirectory(rows, new Set());
  }

  write(edits: readonly PlannedEdit[]): Promise<void> {
    for (const { table, id, create, fields } of edits) {
      const row = this.table(table).get(id) ?? (create ? { id } : undefined);
      if (!row) throw new Error(`no row ${table}/${id}`);
      for (const [field, value] of Object.entries(fields)) put(row, field, value);
      this.table(table).set(id, row);
    }
    return Promise.resolve();
  }
}

function put(row: Record<string, unknown>, field: string, value: unknown): void {
  const [name = "", ...rest] = field.split("/");
  const member = rest.join("/");
  if (name === "tags" || name === "keys")
    row[name] = [...new Set([...((row[name] as string[]) ?? []), member])].sort();
  else if (name === "passport") row.passport = { ...(row.passport as object), [member]: value };
  else if (value === null) delete row[field];
  else row[field] = value;
}

let made = 0;
const newId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, "0")}`;

export async function planOf(
  notebook: Notebook,
  files: readonly DroppedFile[],
  over: Partial<Choices> = {},
): Promise<Planned & { opened: Opened }> {
  const opened = await recognise(files);
  const planned = await makePlan({
    sources: opened.sources,
    notebook,
    choices: { ...everything(opened), ...over },
    newId,
  });
  return { ...planned, opened };
}

export async function importInto(
  notebook: MemoryNotebook,
  files: readonly DroppedFile[],
  over: Partial<Choices> = {},
): Promise<number> {
  const opened = await recognise(files);
  return runImport({
    sources: opened.sources,
    notebook,
    choices: { ...everything(opened), ...over },
    newId,
    total: 0,
    writer: notebook,
  });
}
