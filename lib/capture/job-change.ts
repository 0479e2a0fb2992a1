import type { Json } from "@/lib/sync/json";
import type { Change, Standing } from "./merge";

/**
 * Somebody known works elsewhere, or as something else, than the notebook had it: when that was seen, and what
 * stood before. A first company or position is no move; neither is one that a person typed.
 */
export function jobChangeIn(
  existing: Standing,
  changes: readonly Change[],
  capturedAt: string,
): Json | undefined {
  const company = changes.find(({ field }) => field === "company");
  const position = changes.find(({ field }) => field === "position");
  const isNewCompany = isText(company?.before) && !isAlike(company?.before, company?.after);
  const isNewPosition = isText(position?.before) && !isAlike(position?.before, position?.after);
  if (!isNewCompany && !isNewPosition) return undefined;
  const to = (change: Change | undefined, field: string) =>
    change?.after ?? (existing?.[field] as Json | undefined);
  return {
    at: capturedAt,
    ...text("fromCompany", existing?.company),
    ...text("fromPosition", existing?.position),
    ...text("toCompany", to(company, "company")),
    ...text("toPosition", to(position, "position")),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** "Acme" and "ACME " are one firm; so are "Acme" and "Acme Inc.", as one page and the next write it. */
function isAlike(before: unknown, after: unknown): boolean {
  if (!isText(before) || !isText(after)) return false;
  const [a, b] = [plain(before), plain(after)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function text(field: string, value: unknown): Record<string, string> {
  return isText(value) ? { [field]: value } : {};
}
