import { employerOf } from "@/lib/contacts/employers";
import type { Person } from "@/lib/model/person";
import type { Fields } from "./draft";
import type { Ledger, PlannedEdit } from "./ledger";
import type { Row } from "./notebook";

/** Where they work now, as a row: made with the person, and taken back with them. */
export function employ(fields: Fields, ledger: Ledger): { fields: Fields; edits: PlannedEdit[] } {
  const named = employerOf(fields as unknown as Person);
  const company = named && ledger.company(named);
  if (!company) return { fields: {}, edits: [] };
  return { fields: { employerId: company.id }, edits: company.edits };
}

/** Whoever changed company is linked with the new one. */
export function moved(
  id: string,
  row: Row,
  fields: Fields,
  back: Fields,
  ledger: Ledger,
): PlannedEdit[] {
  if (fields["company"] === undefined) return [ledger.change("people", id, fields, back)];
  const employer = employ({ ...row, ...fields } as Fields, ledger);
  const before = (row["employerId"] ?? null) as Fields[string];
  const isMoved =
    employer.fields["employerId"] !== undefined && employer.fields["employerId"] !== before;
  if (!isMoved) return [...employer.edits, ledger.change("people", id, fields, back)];
  const linked = { ...fields, ...employer.fields };
  return [...employer.edits, ledger.change("people", id, linked, { ...back, employerId: before })];
}
