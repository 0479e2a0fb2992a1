import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import type { Sections } from "@/lib/capture/capture";
import { sectionNames } from "@/lib/contacts/section-names";

/** The sections that did not load, and how to get them: pages load a section when one scrolls to it. */
export default function SectionHints({ sections }: { sections: Sections }) {
  const notLoaded = sectionNames(sections, "notLoaded");
  const cutOff = sectionNames(sections, "cutOff");
  if (notLoaded.count + cutOff.count === 0) return null;
  return (
    <Notice tone="saffron" title={i18n.t("page.partial")}>
      {notLoaded.count > 0 && <p>{i18n.t("page.notLoaded", notLoaded.count, [notLoaded.text])}</p>}
      {cutOff.count > 0 && <p>{i18n.t("page.cutOff", cutOff.count, [cutOff.text])}</p>}
    </Notice>
  );
}
