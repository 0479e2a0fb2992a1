import type { TableName } from "@/lib/model/tables";
import { compareRow, newFields } from "./compare";
import { decideRow, rowIdOf } from "./decide-row";
import { baseLine, type Deciding, type Decision } from "./decision";
import { refuse, type Fields, type PersonDraft, type Reading, type Refused } from "./draft";
import { employ, moved } from "./employ";
import type { Ledger } from "./ledger";
import { lineKey, type Answer, type Line } from "./line";
import type { Match } from "./people-index";

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
  const { fields, back, changes, kept } = compareRow("people", draft, row, policy);
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
    ...(kept.length > 0 && { kept }),
  };
  return { lines: [line], edits };
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

function answerTo(line: number, { choices, source }: Deciding): Answer {
  return choices.answers.get(lineKey({ source, line })) ?? choices.doubts;
}

function refusedLine({ line, why, label, detail }: Refused, source: number): Line {
  return { source, line, verdict: "refused", label, why, ...(detail !== undefined && { detail }) };
}
