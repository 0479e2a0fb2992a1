import type { TableName } from "@/lib/model/tables";
import type { Choices } from "./choices";
import type { CompanyNamed } from "@/lib/contacts/company-keys";
import { employerOf } from "@/lib/contacts/employers";
import type { Person } from "@/lib/model/person";
import { compareRow, newFields, type Policy } from "./compare";
import {
  refuse,
  type Fields,
  type PersonDraft,
  type Reading,
  type Refused,
  type RowDraft,
} from "./draft";
import type { Ledger, PlannedEdit } from "./ledger";
import { lineKey, type Answer, type Line } from "./line";
import type { Row } from "./notebook";
import type { Match } from "./people-index";

export type Decision = { lines: Line[]; edits: PlannedEdit[] };

export type Deciding = {
  ledger: Ledger;
  choices: Choices;
  policy: Policy;
  source: number;
  newId: () => string;
};

/** What one reading does to the notebook. Everything it asks of the ledger has been loaded. */
export function decide(reading: Reading, context: Deciding): Decision {
  if (reading.kind === "refused")
    return { lines: [refusedLine(reading, context.source)], edits: [] };
  if (reading.kind === "person") return decidePerson(reading, context);
  if (reading.kind === "personal") return decidePersonal(reading, context);
  return decideRow(reading, context);
}

/** Ids of rows a reading may be compared with, for the ledger to load. */
export function concerns(reading: Reading, { ledger }: Deciding): [TableName, string][] {
  if (reading.kind === "person") {
    const match = ledger.people.match(reading.who);
    if (match.kind === "none") return [];
    const found = match.kind === "exact" ? [match] : match.candidates;
    return found.map(({ id }) => ["people", id]);
  }
  if (reading.kind === "exact") return [[reading.table, reading.id]];
  if (reading.kind !== "row") return [];
  const id = rowIdOf(reading, ledger);
  const also = reading.also;
  return [
    ...(id === undefined ? [] : [[reading.table, id] as [TableName, string]]),
    ...(also ? [[also.table, also.id] as [TableName, string]] : []),
  ];
}

function rowIdOf(draft: RowDraft, ledger: Ledger): string | undefined {
  return draft.table === "jobs" ? ledger.jobId(draft.key) : ledger.companyKnown(companyIn(draft));
}

function companyIn({ fields, ifNew }: RowDraft): CompanyNamed {
  const text = (field: string) => {
    const value = fields[field] ?? ifNew?.[field];
    return typeof value === "string" ? value : undefined;
  };
  return { name: text("name"), companyId: text("externalId"), url: text("linkedInUrl") };
}

function decidePerson(draft: PersonDraft, context: Deciding): Decision {
  const { ledger, source } = context;
  const self: Fields = draft.who.self ? { isSelf: true } : {};
  const told = { ...draft, fields: { ...draft.fields, ...self } };
  const match = draft.isOnlyKnown ? matchNamed(draft, ledger) : ledger.people.match(draft.who);
  if (match.kind === "exact") return changePerson(told, match.id, context);
  if (draft.isDerived || match.kind === "several") return { lines: [], edits: [] };
  if (match.kind === "none") return makePerson(told, context);

  const compared = match.candidates.flatMap(({ id, why }) => {
    const row = ledger.row(id);
    return row
      ? [{ id, why, changes: compareRow("people", told, row, context.policy).changes }]
      : [];
  });
  // All it says stands with one of them already: nothing is in doubt.
  const settled = compared.find(({ changes }) => changes.length === 0);
  if (settled) return changePerson(told, settled.id, context);
  const [likeliest] = compared;
  if (!likeliest) return makePerson(told, context);
  const answer = answerTo(draft.line, context);
  const line: Line = {
    ...baseLine(draft, source),
    verdict: "doubtful",
    table: "people",
    why: likeliest.why,
    candidate: { id: likeliest.id, label: ledger.people.nameOf(likeliest.id) ?? "" },
    changes: likeliest.changes,
  };
  if (answer === "leaveOut") return { lines: [line], edits: [] };
  const done =
    answer === "same" ? changePerson(told, likeliest.id, context) : makePerson(told, context);
  return { lines: [line], edits: done.edits };
}

function makePerson(draft: PersonDraft, context: Deciding): Decision {
  const { ledger, policy, newId, source } = context;
  if (draft.isOnlyKnown) {
    return { lines: [refusedLine(refuse(draft.line, "noPerson", draft.label), source)], edits: [] };
  }
  const fields = newFields("people", draft, policy);
  if (typeof fields.fullName !== "string") {
    return { lines: [refusedLine(refuse(draft.line, "noName", draft.label), source)], edits: [] };
  }
  const id = newId();
  const employer = employ(fields, ledger);
  const edit = ledger.make("people", id, { ...fields, ...employer.fields });
  indexPerson(id, fields, context, true);
  const line: Line = { ...baseLine(draft, source), verdict: "new", table: "people", id };
  return { lines: [line], edits: [...employer.edits, edit] };
}

function changePerson(draft: PersonDraft, id: string, context: Deciding): Decision {
  const { ledger, policy, source } = context;
  const row = ledger.row(id);
  if (!row) return { lines: [], edits: [] };
  const { fields, back, changes } = compareRow("people", draft, row, policy);
  const isSame = changes.length === 0;
  const edits = isSame ? [] : moved(id, row, fields, back, ledger);
  if (!isSame) indexPerson(id, { ...row, ...fields } as Fields, context, false);
  if (draft.isDerived) return { lines: [], edits };
  const line: Line = {
    ...baseLine(draft, source),
    verdict: isSame ? "same" : verdictOf(draft, id, ledger),
    table: "people",
    id,
    ...(!isSame && { changes }),
  };
  return { lines: [line], edits };
}

/** Where they work now, as a row: made with the person, and taken back with them. */
function employ(fields: Fields, ledger: Ledger): { fields: Fields; edits: PlannedEdit[] } {
  const named = employerOf(fields as unknown as Person);
  const company = named && ledger.company(named);
  if (!company) return { fields: {}, edits: [] };
  return { fields: { employerId: company.id }, edits: company.edits };
}

/** Whoever changed company is linked with the new one. */
function moved(id: string, row: Row, fields: Fields, back: Fields, ledger: Ledger): PlannedEdit[] {
  if (fields["company"] === undefined) return [ledger.change("people", id, fields, back)];
  const employer = employ({ ...row, ...fields } as Fields, ledger);
  const before = (row["employerId"] ?? null) as Fields[string];
  const isMoved =
    employer.fields["employerId"] !== undefined && employer.fields["employerId"] !== before;
  if (!isMoved) return [...employer.edits, ledger.change("people", id, fields, back)];
  const linked = { ...fields, ...employer.fields };
  return [...employer.edits, ledger.change("people", id, linked, { ...back, employerId: before })];
}

/** The owner's lists are new where the owner is, though each line adds to a row that the first one made. */
function verdictOf(draft: PersonDraft, id: string, ledger: Ledger): "new" | "changed" {
  return draft.who.self && ledger.isMade(id) ? "new" : "changed";
}

function indexPerson(id: string, fields: Fields, { ledger }: Deciding, isNew: boolean): void {
  const text = (field: string) =>
    typeof fields[field] === "string" ? { [field]: fields[field] } : {};
  const contact = fields.contact as { emails?: string[] } | undefined;
  const emails = [fields.email, ...(contact?.emails ?? [])];
  ledger.people.add(
    {
      id,
      fullName: String(fields.fullName),
      ...text("company"),
      ...text("publicId"),
      ...text("memberUrn"),
      emails: emails.filter((one): one is string => typeof one === "string"),
      isSelf: fields.isSelf === true,
    },
    isNew,
  );
}

type Personal = Extract<Reading, { kind: "personal" }>;

function decidePersonal(draft: Personal, context: Deciding): Decision {
  const { ledger, source } = context;
  const base = { ...baseLine(draft, source), table: draft.table };
  const person = personFor(draft, context);
  if ("refused" in person) return { lines: [refusedLine(person.refused, source)], edits: [] };
  const label = draft.label || (ledger.people.nameOf(person.id) ?? "");
  if (ledger.has(draft.table, draft.id)) {
    return { lines: [...person.lines, { ...base, label, verdict: "same" }], edits: person.edits };
  }
  const fields = { ...draft.ifNew, ...draft.fields, personId: person.id };
  return {
    lines: [...person.lines, { ...base, label, verdict: "new" }],
    edits: [...person.edits, ledger.make(draft.table, draft.id, fields)],
  };
}

/** Whom it belongs to; someone who is not in the notebook is put there. */
function personFor(
  draft: Personal,
  context: Deciding,
): (Decision & { id: string }) | { refused: Refused } {
  const { ledger } = context;
  const found = matchNamed(draft, ledger);
  if (found.kind === "exact") return { id: found.id, lines: [], edits: [] };
  if (found.kind === "several") {
    return { refused: refuse(draft.line, "twoOfThatName", draft.who.name) };
  }
  if (typeof draft.person.fullName !== "string") {
    return { refused: refuse(draft.line, "nobody", draft.label) };
  }
  const made = decidePerson(
    {
      kind: "person",
      line: draft.line,
      label: draft.person.fullName,
      who: draft.who,
      fields: draft.person,
    },
    context,
  );
  const after = ledger.people.match(draft.who);
  const named = after.kind === "exact" ? after.id : made.edits[0]?.id;
  // Left out with the person: nobody to give it to.
  if (named === undefined) return { refused: refuse(draft.line, "leftOut", draft.who.name) };
  return { id: named, ...made };
}

/** Where a line gives nothing but a name, the only one of that name is meant. */
function matchNamed({ who }: Pick<Personal, "who">, ledger: Ledger): Match | { kind: "several" } {
  const match = ledger.people.match(who);
  const isNameOnly = !who.publicId && !who.emails && who.name !== undefined;
  if (match.kind !== "likely" || !isNameOnly) return match;
  const named = ledger.people.named(who.name ?? "");
  return "id" in named ? { kind: "exact", id: named.id } : { kind: "several" };
}

type RowLike = Exclude<Reading, { kind: "refused" | "person" | "personal" }>;

function decideRow(draft: RowLike, context: Deciding): Decision {
  const { ledger, source, newId } = context;
  const base = { ...baseLine(draft, source), table: draft.table };
  if (draft.kind === "exact") {
    const row = ledger.row(draft.id);
    const isOlder = row !== undefined && String(row.updatedAt ?? "") > (draft.updatedAt ?? "");
    const policy = {
      ...context.policy,
      isExact: true as const,
      ...(isOlder && { onConflict: "mine" as const }),
    };
    return putRow(draft.table, draft.id, draft, base, { ...context, policy });
  }
  if (draft.table === "companies") return decideCompany(draft, base, context);
  const id = ledger.jobId(draft.key) ?? newId();
  const own = putRow(draft.table, id, draft, base, context, draft.key);
  const { also } = draft;
  if (!also) return own;
  const other = putRow(
    also.table,
    also.id,
    { fields: { ...also.fields, jobId: id } },
    base,
    context,
  );
  const [line] = [own, other].flatMap(({ lines }) => lines).toSorted(byWeight);
  return {
    lines: line ? [{ ...line, table: draft.table }] : [],
    edits: [...own.edits, ...other.edits],
  };
}

function decideCompany(draft: RowDraft, base: Omit<Line, "verdict">, context: Deciding): Decision {
  const { ledger, newId } = context;
  const named = companyIn(draft);
  const known = ledger.companyKnown(named);
  if (known !== undefined) {
    const put = putRow("companies", known, draft, base, context);
    // Made a moment ago for somebody who works there: for the person reading the plan it is new.
    const lines = put.lines.map((line) =>
      ledger.isMade(known) && line.verdict === "changed" ? asNew(line) : line,
    );
    return { ...put, lines };
  }
  const made = ledger.companyNew(named);
  const own = { ...draft, ifNew: { ...draft.ifNew, ...made?.fields } };
  return putRow("companies", made?.id ?? newId(), own, base, context);
}

function asNew({ changes: _, ...line }: Line): Line {
  return { ...line, verdict: "new" };
}

function putRow(
  table: TableName,
  id: string,
  draft: { fields: Fields; ifNew?: Fields; ifEmpty?: Fields },
  base: Omit<Line, "verdict">,
  { ledger, policy }: Deciding,
  key?: string,
): Decision {
  const row = ledger.row(id);
  if (!row) {
    const edit = ledger.make(table, id, newFields(table, draft, policy), key);
    return { lines: [{ ...base, verdict: "new", id }], edits: [edit] };
  }
  const { fields, back, changes } = compareRow(table, draft, row, policy);
  if (changes.length === 0) return { lines: [{ ...base, verdict: "same", id }], edits: [] };
  const edit = ledger.change(table, id, fields, back);
  return { lines: [{ ...base, verdict: "changed", id, changes }], edits: [edit] };
}

const WEIGHT = { new: 0, changed: 1, doubtful: 2, refused: 3, same: 4 };

function byWeight(a: Line, b: Line): number {
  return WEIGHT[a.verdict] - WEIGHT[b.verdict];
}

function answerTo(line: number, { choices, source }: Deciding): Answer {
  return choices.answers.get(lineKey({ source, line })) ?? choices.doubts;
}

function baseLine(draft: { line: number; label: string }, source: number) {
  return { source, line: draft.line, label: draft.label };
}

function refusedLine({ line, why, label, detail }: Refused, source: number): Line {
  return { source, line, verdict: "refused", label, why, ...(detail !== undefined && { detail }) };
}
