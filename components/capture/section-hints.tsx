import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Sections } from "@/lib/capture/capture";
import { fieldLabel } from "@/lib/contacts/field-label";
import { sectionsIn } from "@/lib/contacts/section-order";

/** The sections that did not load, and how to get them: pages load a section when one scrolls to it. */
export function SectionHints({ sections }: { sections: Sections }) {
  const named = (state: string) => sectionsIn(sections, state).map(fieldLabel);
  const notLoaded = named("notLoaded");
  const cutOff = named("cutOff");
  if (notLoaded.length + cutOff.length === 0) return null;
  return (
    <Notice tone="saffron" title={i18n.t("page.partial")}>
      {notLoaded.length > 0 && (
        <p>{i18n.t("page.notLoaded", notLoaded.length, [joined(notLoaded)])}</p>
      )}
      {cutOff.length > 0 && <p>{i18n.t("page.cutOff", cutOff.length, [joined(cutOff)])}</p>}
    </Notice>
  );
}

function joined(names: readonly string[]): string {
  return names.join(", ");
}
