import type { CompanyNamed } from "@/lib/contacts/company-keys";
import type { CompanyDirectory } from "@/lib/contacts/employers";
import type { TableName } from "@/lib/model/tables";
import type { Fields } from "./draft";
import type { Notebook, Row } from "./notebook";
import { PeopleIndex } from "./people-index";

/** A change of one row that an import decided on. */
export type PlannedEdit = {
  table: TableName;
  id: string;
  create: boolean;
  fields: Fields;
  /** What stood in each field before; empty for a row that is made. */
  back: Fields;
};

/**
 * The notebook as it would stand after what has been read so far: what is in it, what this import makes,
 * and what it changes. Rows of the notebook are held for one batch only.
 */
export class Ledger {
  readonly people = new PeopleIndex();
  readonly #notebook: Notebook;
  readonly #made = new Map<string, Fields>();
  readonly #touched = new Map<string, Fields>();
  readonly #ids = new Map<TableName, Set<string>>();
  #jobs: Map<string, string> | undefined;
  #companies: CompanyDirectory | undefined;
  #loaded = new Map<string, Row>();

  private constructor(notebook: Notebook) {
    this.#notebook = notebook;
  }

  static async over(notebook: Notebook): Promise<Ledger> {
    const ledger = new Ledger(notebook);
    for await (const batch of notebook.people()) {
      for (const person of batch) ledger.people.add(person);
    }
    return ledger;
  }

  /** Before a batch is decided on: the rows it is about. */
  async load(wanted: ReadonlyMap<TableName, ReadonlySet<string>>): Promise<void> {
    this.#loaded = new Map();
    for (const [table, ids] of wanted) {
      const there = [...ids].filter((id) => !this.#made.has(id));
      if (there.length === 0) continue;
      for (const [id, row] of await this.#notebook.rows(table, there)) this.#loaded.set(id, row);
    }
  }

  /** Before lines of these tables are decided on: the ids and names that are taken. */
  async know(tables: ReadonlySet<TableName>): Promise<void> {
    for (const table of tables) {
      if (table === "jobs") this.#jobs ??= await this.#notebook.jobsByKey();
      else if (table === "companies" || table === "people") {
        this.#companies ??= await this.#notebook.companies();
      } else if (!this.#ids.has(table)) {
        this.#ids.set(table, await this.#notebook.ids(table));
      }
    }
  }

  /** The row as this import would leave it; undefined for one that is not there. */
  row(id: string): Row | undefined {
    const made = this.#made.get(id);
    if (made) return made;
    const loaded = this.#loaded.get(id);
    const touched = this.#touched.get(id);
    return loaded && touched ? { ...loaded, ...touched } : loaded;
  }

  isMade(id: string): boolean {
    return this.#made.has(id);
  }

  has(table: TableName, id: string): boolean {
    return this.#ids.get(table)?.has(id) ?? false;
  }

  jobId(key: string): string | undefined {
    return this.#jobs?.get(key);
  }

  companyKnown(named: CompanyNamed): string | undefined {
    return this.#companies?.find(named);
  }

  /** For a company's row that a line itself makes. */
  companyNew(named: CompanyNamed): { id: string; fields: Record<string, true> } | undefined {
    return this.#companies?.claim(named);
  }

  /** The company's row, and the edits that make it or teach it a name. */
  company(named: CompanyNamed): { id: string; edits: PlannedEdit[] } | undefined {
    const id = this.#companies?.idFor(named);
    if (this.#companies === undefined || id === undefined) return undefined;
    const edits = this.#companies.takeEdits().map((edit) => {
      const isNew = typeof edit.fields["name"] === "string" && !this.#made.has(edit.id);
      if (isNew) return this.make("companies", edit.id, edit.fields);
      const back = Object.keys(edit.fields).map((field) => [field, null] as const);
      return this.change("companies", edit.id, edit.fields, Object.fromEntries(back));
    });
    return { id, edits };
  }

  /** A row that is not there yet. What later lines say of it is compared with these fields, messages aside. */
  make(table: TableName, id: string, fields: Fields, key?: string): PlannedEdit {
    const isComparedAgain = table !== "messages" && table !== "interactions";
    if (isComparedAgain) this.#made.set(id, fields);
    this.#ids.get(table)?.add(id);
    if (table === "jobs" && key !== undefined) this.#jobs?.set(key, id);
    return { table, id, create: true, fields, back: {} };
  }

  change(table: TableName, id: string, fields: Fields, back: Fields): PlannedEdit {
    const made = this.#made.get(id);
    if (made) this.#made.set(id, { ...made, ...fields });
    else this.#touched.set(id, { ...this.#touched.get(id), ...fields });
    return { table, id, create: false, fields, back };
  }
}
