import { i18n } from "#i18n";
import { fieldLabel } from "@/lib/contacts/field-label";
import { sectionsIn } from "@/lib/contacts/section-order";

/** What the last capture could not see: an empty place here means "not seen", not "there is none". */
export function MissingSections({ sections }: { sections: Record<string, string> | undefined }) {
  const missing = sectionsIn(sections ?? {}, "notLoaded", "cutOff").map(fieldLabel);
  if (missing.length === 0) return null;
  return (
    <p className="rounded-md bg-saffron-soft px-3 py-2 text-xs text-saffron">
      {i18n.t("person.notSeen", missing.length, [list(missing)])}
    </p>
  );
}

function list(names: string[]): string {
  return names.join(", ");
}
