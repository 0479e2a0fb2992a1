import { Plus } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Editable } from "@/components/ui/editable";
import { Menu } from "@/components/ui/menu";
import { dayText, Moment } from "@/components/ui/moment";
import { useReadOnly } from "@/components/ui/read-only";
import { labelOf } from "@/lib/contacts/changes";
import { mayBeEmpty, typedValue, type FactSpec } from "@/lib/contacts/facts";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { KeptTable } from "@/lib/contacts/roster";
import { saveField } from "@/lib/contacts/store";
import type { PassportEntry } from "@/lib/model/passport";
import { PassportLabel } from "./passport-label";
import { write } from "./write";

type FactsRow = { id: string; passport?: Record<string, PassportEntry> | undefined };

/** The single facts of a row, each with its passport, each changed where it stands. */
export function FactsList<Row extends FactsRow>({
  table,
  row,
  specs,
}: {
  table: KeptTable;
  row: Row;
  specs: readonly (FactSpec & { field: keyof Row & string })[];
}) {
  const [added, setAdded] = useState<string>();
  const why = useReadOnly(table);
  const shown = specs.filter(({ field }) => row[field] !== undefined || field === added);
  const absent = specs.filter(({ field, isEditable }) => isEditable && row[field] === undefined);

  return (
    <div className="grid gap-1">
      <dl className="grid grid-cols-[minmax(5.5rem,8rem)_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {shown.map((spec) => (
          <div key={spec.field} className="contents">
            <dt className="text-ink-faint">
              <PassportLabel field={spec.field} entry={row.passport?.[spec.field]} />
            </dt>
            <dd className="min-w-0">
              <FactValue
                table={table}
                id={row.id}
                spec={why === undefined ? spec : { ...spec, isEditable: false }}
                value={row[spec.field]}
                startOpen={spec.field === added}
                onClose={() => setAdded(undefined)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {absent.length > 0 && (
        <Menu
          align="start"
          trigger={
            <Button
              variant="ghost"
              size="sm"
              disabled={why !== undefined}
              title={why}
              className="-ml-2 justify-self-start"
            >
              <Plus aria-hidden="true" />
              {i18n.t("person.addDetail")}
            </Button>
          }
          entries={absent.map(({ field }) => ({
            kind: "item",
            label: fieldLabel(field),
            onSelect: () => setAdded(field),
          }))}
        />
      )}
    </div>
  );
}

function FactValue({
  table,
  id,
  spec,
  value,
  startOpen,
  onClose,
}: {
  table: KeptTable;
  id: string;
  spec: FactSpec;
  value: unknown;
  startOpen: boolean;
  onClose: () => void;
}) {
  const text = labelOf(value);
  if (spec.kind === "moment") return <Moment at={text} />;
  if (spec.kind === "day") return dayText(text);
  if (!spec.isEditable) return text;

  const keep = (typed: string) => {
    const next = typedValue(spec.kind, typed);
    if (next === undefined || (next === null && !mayBeEmpty(spec.field))) return false;
    void write(() => saveField(table, id, spec.field, next), { kind: "field" });
    return true;
  };
  return (
    <Editable
      label={fieldLabel(spec.field)}
      value={text}
      inputMode={spec.kind === "number" ? "numeric" : "text"}
      startOpen={startOpen}
      onSave={keep}
      onClose={onClose}
    />
  );
}
