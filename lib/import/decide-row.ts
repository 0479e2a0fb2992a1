import type { CompanyNamed } from "@/lib/contacts/company-keys";
import type { TableName } from "@/lib/model/tables";
import { compareRow, newFields } from "./compare";
import { baseLine, type Deciding, type Decision } from "./decision";
import type { Fields, Reading, RowDraft } from "./draft";
import type { Ledger } from "./ledger";
import type { Line } from "./line";

/** The row a line is about, if it is there. */
export function rowIdOf(draft: RowDraft, ledger: Ledger): string | undefined {
  return draft.table === "jobs" ? ledger.jobId(draft.key) : ledger.companyKnown(companyIn(draft));
}

function companyIn({ fields, ifNew }: RowDraft): CompanyNamed {
  const text = (field: string) => {
    const value = fields[field] ?? ifNew?.[field];
    return typeof value === "string" ? value : undefined;
  };
  return { name: text("name"), companyId: text("externalId"), url: text("linkedInUrl") };
}

type RowLike = Exclude<Reading, { kind: "refused" | "person" | "personal" }>;

/** A company, a job, or a row of a backup. */
export function decideRow(draft: RowLike, context: Deciding): Decision {
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
  const { fields, back, changes, kept } = compareRow(table, draft, row, policy);
  const line = { ...base, id, ...(kept.length > 0 && { kept }) };
  if (changes.length === 0) return { lines: [{ ...line, verdict: "same" }], edits: [] };
  const edit = ledger.change(table, id, fields, back);
  return { lines: [{ ...line, verdict: "changed", changes }], edits: [edit] };
}

const WEIGHT = { new: 0, changed: 1, doubtful: 2, refused: 3, same: 4 };

function byWeight(a: Line, b: Line): number {
  return WEIGHT[a.verdict] - WEIGHT[b.verdict];
}
