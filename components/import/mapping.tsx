import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Choices } from "@/lib/import/choices";
import { guessUses, type ColumnUse, type Mapping } from "@/lib/import/csv-mapping/guess-mapping";
import { TARGETS, type MappedTable } from "@/lib/import/csv-mapping/targets";
import type { OpenedView, SourceView } from "@/lib/import/port";
import type { DateOrder } from "@/lib/import/moment";
import { columnText } from "./words";

type Table = NonNullable<SourceView["table"]>;

/** For tables that are nobody's in particular: which column is what. Guessed, shown, corrected. */
export function MappingStep({
  opened,
  choices,
  onChoices,
  onCheck,
  onLeave,
}: {
  opened: OpenedView;
  choices: Choices;
  onChoices: (choices: Choices) => void;
  onCheck: () => void;
  onLeave: () => void;
}) {
  const tables = opened.sources.flatMap(({ index, path, table }) =>
    table ? [{ index, path, table, mapping: choices.mappings.get(index) ?? table.mapping }] : [],
  );
  const areNamed = tables.every(({ mapping }) => isNamed(mapping));
  return (
    <div className="mx-auto grid max-w-200 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-4">
      {tables.map(({ index, path, table, mapping }) => (
        <MappingTable
          key={index}
          path={path}
          table={table}
          mapping={mapping}
          onChange={(next) =>
            onChoices({ ...choices, mappings: new Map(choices.mappings).set(index, next) })
          }
        />
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {!areNamed && (
          <p role="alert" className="flex-1 text-sm text-brick">
            {i18n.t("import.mapNoName")}
          </p>
        )}
        <Button onClick={onLeave}>{i18n.t("common.cancel")}</Button>
        <Button variant="primary" disabled={!areNamed} onClick={onCheck}>
          {i18n.t("import.check")}
        </Button>
      </div>
    </div>
  );
}

function MappingTable({
  path,
  table,
  mapping,
  onChange,
}: {
  path: string;
  table: Table;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const rows = table.rows.filter(({ line }) => line > mapping.headLine);
  const setUse = (index: number, use: ColumnUse) =>
    onChange({ ...mapping, uses: withUse(mapping.uses, index, use) });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <header>
        <h3 className="title text-xl">{i18n.t("import.mapTitle")}</h3>
        <p className="text-sm break-words text-ink-soft">{i18n.t("import.mapLead", [path])}</p>
      </header>
      <div className="flex flex-wrap gap-4">
        <Field label={i18n.t("import.mapTable")}>
          {(ids) => (
            <Select
              {...ids}
              value={mapping.table}
              options={[
                { value: "people", label: i18n.t("import.mapPeople") },
                { value: "companies", label: i18n.t("import.mapCompanies") },
                { value: "jobs", label: i18n.t("import.mapJobs") },
              ]}
              onPick={(value) => {
                const next = value as MappedTable;
                onChange({ ...mapping, table: next, uses: guessUses(next, mapping.heads, rows) });
              }}
            />
          )}
        </Field>
        <Field label={i18n.t("import.mapDates")}>
          {(ids) => (
            <Select
              {...ids}
              value={mapping.dates}
              options={[
                { value: "dayFirst", label: i18n.t("import.mapDayFirst") },
                { value: "monthFirst", label: i18n.t("import.mapMonthFirst") },
              ]}
              onPick={(value) => onChange({ ...mapping, dates: value as DateOrder })}
            />
          )}
        </Field>
      </div>
      <div className="overflow-x-auto rounded-lg border bg-surface">
        <table className="w-full table-fixed text-left text-sm">
          <thead className="text-xs text-ink-faint">
            <tr className="border-b">
              <th className="w-2/5 px-3 py-2 font-medium sm:w-1/4">{i18n.t("import.mapColumn")}</th>
              <th className="px-3 py-2 font-medium max-sm:hidden">
                {i18n.t("import.mapExamples")}
              </th>
              <th className="px-3 py-2 font-medium">{i18n.t("import.mapBecomes")}</th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {mapping.heads.map((head, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place: heads may repeat
              <tr key={index}>
                <th scope="row" className="truncate px-3 py-2 font-medium" title={head}>
                  {head || `#${index + 1}`}
                </th>
                <td className="truncate px-3 py-2 text-ink-soft max-sm:hidden">
                  {examplesOf(rows, index)}
                </td>
                <td className="px-3 py-1.5">
                  <Select
                    className="w-full"
                    label={head || `#${index + 1}`}
                    value={valueOf(mapping.uses[index])}
                    options={optionsFor(mapping.table)}
                    onPick={(value) => setUse(index, columnUse(value))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const KEPT = "+kept";
const LEFT_OUT = "+leftOut";

function optionsFor(table: MappedTable): { value: string; label: string }[] {
  return [
    { value: KEPT, label: i18n.t("import.mapKeep") },
    { value: LEFT_OUT, label: i18n.t("import.mapLeaveOut") },
    ...TARGETS[table].map(({ field }) => ({ value: field, label: columnText(field) })),
  ];
}

function valueOf(use: ColumnUse | undefined): string {
  if (use?.to === "field") return use.field;
  return use?.to === "leftOut" ? LEFT_OUT : KEPT;
}

function columnUse(value: string): ColumnUse {
  if (value === KEPT) return { to: "kept" };
  return value === LEFT_OUT ? { to: "leftOut" } : { to: "field", field: value };
}

/** A field stands in one column: whoever had it before is kept under its own name. */
function withUse(uses: readonly ColumnUse[], index: number, use: ColumnUse): ColumnUse[] {
  const freed = uses.map((one): ColumnUse => {
    const isTaken = use.to === "field" && one.to === "field" && one.field === use.field;
    return isTaken ? { to: "kept" } : one;
  });
  return freed.with(index, use);
}

function isNamed({ table, uses }: Mapping): boolean {
  const names = {
    people: ["fullName", "firstName", "lastName"],
    companies: ["name"],
    jobs: ["title"],
  };
  return uses.some((use) => use.to === "field" && names[table].includes(use.field));
}

function examplesOf(rows: Table["rows"], index: number): string {
  const cells = rows.flatMap(({ cells: all }) => all[index] || []);
  return [...new Set(cells)].slice(0, 3).join(" · ");
}
