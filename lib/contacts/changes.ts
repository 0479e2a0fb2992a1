export type FieldChange = { field: string; before?: unknown; after?: unknown };

export type ToldChange =
  | { field: string; kind: "value"; before?: string; after?: string }
  | { field: string; kind: "list"; added: string[]; removed: string[] };

/** Fields that say where or when something was read, not what it says. */
const SILENT = new Set([
  "capturedAt",
  "sections",
  "passport",
  "updatedAt",
  "photoUrl",
  "memberUrn",
]);

/** Changes as a person reads them: one value for another, or what a list gained and lost. */
export function tellChanges(changes: readonly FieldChange[]): ToldChange[] {
  return changes
    .filter(({ field }) => !SILENT.has(field.split("/")[0] ?? field))
    .map(tell)
    .filter((told) => told.kind === "value" || told.added.length + told.removed.length > 0);
}

function tell({ field, before, after }: FieldChange): ToldChange {
  if (!Array.isArray(before) && !Array.isArray(after)) {
    const was = labelOf(before);
    const is = labelOf(after);
    return { field, kind: "value", ...(was && { before: was }), ...(is && { after: is }) };
  }
  const had = labels(before);
  const has = labels(after);
  return {
    field,
    kind: "list",
    added: has.filter((label) => !had.includes(label)),
    removed: had.filter((label) => !has.includes(label)),
  };
}

function labels(list: unknown): string[] {
  return Array.isArray(list) ? list.map(labelOf).filter(Boolean) : [];
}

/** The few words an item is known by: a position with its firm, a school, a skill. */
export function labelOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return "";
  const item = value as Record<string, unknown>;
  const names = ["title", "name", "school", "company", "text", "number", "url"];
  return names
    .map((name) => item[name])
    .filter((part): part is string => typeof part === "string" && part !== "")
    .slice(0, 2)
    .join(" · ");
}
