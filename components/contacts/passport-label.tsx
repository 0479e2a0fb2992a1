import { PenLine } from "lucide-react";
import { fullMoment } from "@/components/ui/moment";
import { tip } from "@/components/ui/tip";
import { fieldLabel } from "@/lib/contacts/field-label";
import { sourceWord, visibilityWord } from "@/lib/contacts/passport-words";
import type { PassportEntry } from "@/lib/model/passport";

/** A field's name; pointed at or reached by key it says where the value came from, when, and who could see it. */
export function PassportLabel({
  field,
  entry,
}: {
  field: string;
  entry: PassportEntry | undefined;
}) {
  const label = fieldLabel(field);
  if (!entry) return label;
  const lines = passportLines(entry);
  return (
    <button
      type="button"
      {...tip(...lines)}
      aria-label={[label, ...lines].join(". ")}
      className="inline-flex cursor-help items-center gap-1 rounded-sm text-left underline decoration-transparent decoration-dotted underline-offset-3 hover:decoration-current"
    >
      {label}
      {entry.source === "user" && <PenLine aria-hidden="true" className="size-3" />}
    </button>
  );
}

export function passportLines(entry: PassportEntry): string[] {
  return [sourceWord(entry), fullMoment(entry.at), visibilityWord(entry) ?? []].flat();
}
