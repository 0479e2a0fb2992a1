import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { numberText } from "@/components/ui/locale";
import { Select } from "@/components/ui/select";
import { labelOf } from "@/lib/contacts/changes";
import type { Change } from "@/lib/import/compare";
import type { Answer, Line } from "@/lib/import/line";
import { columnText, whyText } from "./words";

/** Of most lines; one whose reason takes more room is measured. */
export const ROW_HEIGHT = 52;

/** One line of a file and what it comes to. */
export function LineRow({
  line,
  place,
  answer,
  onAnswer,
}: {
  line: Line;
  /** Where it stands, in words: the file and the line. */
  place: string;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}) {
  const told = tell(line);
  return (
    <div className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="line-clamp-2 text-sm wrap-anywhere" title={line.label}>
          {line.label || "—"}
        </p>
        <p className="line-clamp-6 text-xs wrap-anywhere text-ink-faint" title={told}>
          {told ? `${told} · ${place}` : place}
        </p>
      </div>
      {line.verdict === "doubtful" && (
        <Select
          className="w-36 shrink-0 max-sm:w-full"
          label={i18n.t("import.answer", [line.label])}
          value={answer}
          options={answers()}
          onPick={(value) => onAnswer(value as Answer)}
        />
      )}
      {line.verdict === "changed" && line.changes && line.changes.length > 1 && (
        <Badge className="max-sm:hidden">{numberText(line.changes.length)}</Badge>
      )}
    </div>
  );
}

export function answers(): { value: Answer; label: string }[] {
  return [
    { value: "apart", label: i18n.t("import.doubtsApart") },
    { value: "same", label: i18n.t("import.doubtsSame") },
    { value: "leaveOut", label: i18n.t("import.doubtsLeaveOut") },
  ];
}

function tell({ verdict, why, detail, candidate, changes = [], kept = [] }: Line): string {
  const reason = why ? [whyText(why), detail].filter(Boolean).join(" · ") : "";
  if (verdict === "doubtful" && candidate) {
    return [i18n.t("import.maybe", [candidate.label]), reason].filter(Boolean).join(" · ");
  }
  const differences = [...changes.map(changeText), ...kept.map(keptText)].filter(Boolean);
  return differences.length > 0 ? differences.join(" · ") : reason;
}

/** Fields that say how a row is found or stands, not what a person would read. */
const QUIET = new Set(["publicId", "profileUrl", "isSelf", "memberUrn", "status"]);

function changeText({ field, before, after }: Change): string {
  if (field === "imported") return underOwnHead(before, after);
  if (QUIET.has(field)) return "";
  const now = shown(after);
  if (before === undefined) return i18n.t("import.addedTo", [columnText(field), now]);
  return i18n.t("import.changedTo", [columnText(field), shown(before), now]);
}

function keptText({ field, before, after }: Change): string {
  if (QUIET.has(field)) return "";
  return i18n.t("import.stays", [columnText(field), shown(before), shown(after)]);
}

/** Columns kept under their own head: those that are new or say something else. */
function underOwnHead(before: unknown, after: unknown): string {
  const held = (before ?? {}) as Record<string, unknown>;
  return Object.entries((after ?? {}) as Record<string, unknown>)
    .filter(([head, value]) => held[head] !== value)
    .map(([head, value]) => i18n.t("import.addedTo", [head, labelOf(value)]))
    .join(" · ");
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return numberText(value.length);
  return labelOf(value) || "…";
}
