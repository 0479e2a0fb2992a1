import { i18n } from "#i18n";
import { sectionNames } from "@/lib/contacts/section-names";

/** What the last capture could not see: an empty place here means "not seen", not "there is none". */
export function MissingSections({ sections }: { sections: Record<string, string> | undefined }) {
  const { count, text } = sectionNames(sections ?? {}, "notLoaded", "cutOff");
  if (count === 0) return null;
  return (
    <p className="rounded-md bg-saffron-soft px-3 py-2 text-xs text-saffron">
      {i18n.t("person.notSeen", count, [text])}
    </p>
  );
}
