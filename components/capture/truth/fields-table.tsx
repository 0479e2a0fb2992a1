import { RotateCcw } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Editable } from "@/components/ui/editable";
import { fullMoment, Moment } from "@/components/ui/moment";
import { familyWord } from "@/lib/capture/family-word";
import type { PageWord } from "@/lib/capture/store/notes";
import { labelOf } from "@/lib/contacts/changes";
import { mayBeEmpty } from "@/lib/contacts/facts";
import { fieldLabel } from "@/lib/contacts/field-label";
import { sourceWord, visibilityWord } from "@/lib/contacts/passport-words";
import type { KeptTable } from "@/lib/contacts/roster";
import type { PassportEntry } from "@/lib/model/passport";
import type { Json } from "@/lib/sync/json";
import { EntryList } from "./entry-list";
import { type FieldKind, fieldsOf } from "./field-specs";
import { LongEditable } from "./long-editable";
import type { TruthRow } from "./queries";

export type FieldActions = {
  onCorrect: (field: string, value: Json) => void;
  onRelease: (field: string) => void;
};

/** Every field with its value, where it came from, and the way to put it right. */
export function FieldsTable({
  table,
  row,
  held,
  ...actions
}: FieldActions & { table: KeptTable; row: TruthRow; held: Record<string, PageWord> }) {
  return (
    <dl className="grid">
      {fieldsOf(table, row).map(({ field, kind }) => (
        <div
          key={field}
          className="grid grid-cols-[minmax(5rem,7rem)_minmax(0,1fr)] gap-x-3 border-b py-2 last:border-b-0"
        >
          <dt className="pt-px text-sm text-ink-faint">{fieldLabel(field)}</dt>
          <dd className="grid min-w-0 gap-1">
            <Value field={field} kind={kind} value={row[field]} onCorrect={actions.onCorrect} />
            <Source
              field={field}
              entry={row.passport?.[field]}
              word={held[field]}
              onRelease={actions.onRelease}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({
  field,
  kind,
  value,
  onCorrect,
}: {
  field: string;
  kind: FieldKind;
  value: unknown;
  onCorrect: FieldActions["onCorrect"];
}) {
  const correct = (next: Json) => onCorrect(field, next);
  if (kind === "list" && Array.isArray(value))
    return <EntryList list={field} entries={value} onCorrect={correct} />;
  const text = labelOf(value);
  if (kind === "long")
    return <LongEditable label={fieldLabel(field)} value={text} onSave={correct} />;
  if (kind === "fixed") return <span className="text-sm">{text}</span>;
  const keep = (typed: string) => {
    const next = typed.trim();
    if (next === "" && !mayBeEmpty(field)) return false;
    correct(next === "" ? null : next);
    return true;
  };
  return (
    <span className="text-sm">
      <Editable label={fieldLabel(field)} value={text} onSave={keep} />
    </span>
  );
}

function Source({
  field,
  entry,
  word,
  onRelease,
}: {
  field: string;
  entry: PassportEntry | undefined;
  word: PageWord | undefined;
  onRelease: FieldActions["onRelease"];
}) {
  if (!entry) return null;
  const isOwn = entry.source === "user";
  const rest = [visibilityWord(entry), familyWord(entry.family)].filter(Boolean);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
      <Badge tone={isOwn || entry.taught ? "plum" : "quiet"}>{sourceWord(entry)}</Badge>
      <span title={fullMoment(entry.at)}>
        <Moment at={entry.at} />
      </span>
      {rest.length > 0 && <span>{rest.join(" · ")}</span>}
      {isOwn && (
        <Button
          variant="link"
          size="sm"
          className="h-auto text-left whitespace-normal"
          onClick={() => onRelease(field)}
        >
          <RotateCcw aria-hidden="true" />
          {i18n.t("truth.release")}
        </Button>
      )}
      {isOwn && word && labelOf(word.value) !== "" && (
        <span className="basis-full">{i18n.t("truth.pageSays", [labelOf(word.value)])}</span>
      )}
    </div>
  );
}
