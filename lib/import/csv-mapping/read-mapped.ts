import { profileUrl, publicIdOf } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import { cleanTag } from "@/lib/contacts/tags";
import { schemas } from "@/lib/model/schemas";
import { memberField } from "@/lib/sync/fields";
import type { Json } from "@/lib/sync/json";
import { readRows, type Dialect, type Readable, type Row } from "../csv";
import { refuse, type Fields, type Item, type Reading } from "../draft";
import { joinNames, labelled } from "../linkedin-export/export-file";
import { readDay, readDayOrInstant, readInstant } from "../moment";
import type { Mapping } from "./guess-mapping";
import { TARGETS, type Target } from "./targets";

/** Every line of any CSV, read as the mapping says. */
export async function* readMapped(
  source: Readable,
  dialect: Dialect,
  mapping: Mapping,
): AsyncGenerator<readonly Reading[]> {
  for await (const rows of readRows(source, dialect)) {
    yield rows.filter(({ line }) => line > mapping.headLine).map((row) => readRow(row, mapping));
  }
}

type Told = { fields: Fields; items: Item[]; kept: Record<string, string>; bad?: string };

function readRow(row: Row, mapping: Mapping): Reading {
  const label = row.cells.filter(Boolean).slice(0, 3).join(" · ").slice(0, 80);
  if (row.flaw) return refuse(row.line, "badQuotes", label);
  const isMoved = row.cells.slice(mapping.heads.length).some((cell) => cell !== "");
  if (isMoved) return refuse(row.line, "columns", label);
  const told = tell(row, mapping);
  if (told.bad !== undefined) return refuse(row.line, "badValue", label, told.bad);
  const { fields, items } = told;
  if (Object.keys(told.kept).length > 0) fields.imported = told.kept;
  if (mapping.table === "people") return personOf(row.line, label, fields, items);
  return rowOf(row.line, mapping.table, fields);
}

function tell({ cells }: Row, { table, heads, uses, dates }: Mapping): Told {
  const told: Told = { fields: {}, items: [], kept: {} };
  uses.forEach((use, index) => {
    const cell = unguard(cells[index] ?? "");
    if (cell === "" || use.to === "leftOut") return;
    if (use.to === "kept") {
      told.kept[heads[index] || `#${index + 1}`] = cell;
      return;
    }
    const target = TARGETS[table].find(({ field }) => field === use.field);
    if (target && !put(told, target, cell, dates, table)) told.bad ??= `${heads[index]}: ${cell}`;
  });
  return told;
}

/** False when the cell is no value for the field. */
function put(
  told: Told,
  { field, as }: Target,
  cell: string,
  dates: Mapping["dates"],
  table: Mapping["table"],
): boolean {
  if (as === "tags") {
    for (const tag of parts(cell).map(cleanTag).filter(Boolean)) {
      told.fields[memberField("tags", tag)] = true;
    }
    return true;
  }
  if (as === "items") {
    told.items.push(...parts(cell).map((name) => ({ list: field, value: { name } })));
    return true;
  }
  if (as === "profile") {
    const publicId = publicIdOf(cell);
    if (publicId) Object.assign(told.fields, { publicId, profileUrl: profileUrl(publicId) });
    else told.fields[field] = cell;
    return true;
  }
  const value = valueOf(field, as, cell, dates);
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
    schemas[table].shape;
  if (value === undefined || shape[field]?.safeParse(value).success === false) return false;
  told.fields[field] = value;
  return true;
}

function valueOf(
  field: string,
  as: Target["as"],
  cell: string,
  dates: Mapping["dates"],
): Json | undefined {
  if (as === "number") {
    const number = Number(cell.replace(/[\s\u202f]/g, ""));
    return Number.isFinite(number) ? number : undefined;
  }
  if (as === "day") return readDay(cell, dates);
  if (as === "moment") {
    return field === "lastInteractionAt" ? readInstant(cell, dates) : readDayOrInstant(cell, dates);
  }
  if (as === "list") return parts(cell);
  return field === "salary" ? { text: cell } : cell;
}

function personOf(line: number, label: string, fields: Fields, items: Item[]): Reading {
  const text = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
  const fullName = text("fullName") || joinNames(text("firstName"), text("lastName"));
  if (fullName === "") return refuse(line, "noName", label);
  const { notes, ...rest } = fields;
  return {
    kind: "person",
    line,
    label: fullName,
    who: {
      name: fullName,
      ...(fields.publicId !== undefined && { publicId: text("publicId") }),
      ...(fields.email !== undefined && { emails: [text("email")] }),
      ...(fields.company !== undefined && { company: text("company") }),
    },
    fields: { ...rest, fullName },
    // What one has written about a person is never replaced by a file.
    ...(notes !== undefined && { ifEmpty: { notes } }),
    items,
  };
}

function rowOf(line: number, table: "companies" | "jobs", fields: Fields): Reading {
  const name = fields[table === "companies" ? "name" : "title"];
  if (typeof name !== "string") return refuse(line, table === "companies" ? "noName" : "noTitle");
  const company = typeof fields.companyName === "string" ? fields.companyName : "";
  const { notes, ...rest } = fields;
  return {
    kind: "row",
    table,
    key: table === "companies" ? fold(name) : fold(`${name} ${company}`),
    line,
    label: labelled(name, company),
    fields: rest,
    ...(notes !== undefined && { ifEmpty: { notes } }),
  };
}

function parts(cell: string): string[] {
  return cell
    .split(/[;,|\n]|:::/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
function unguard(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
