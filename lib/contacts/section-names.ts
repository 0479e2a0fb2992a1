import { i18n } from "#i18n";
import { fieldLabel } from "./field-label";
import { sectionsIn } from "./section-order";

const MOST = 5;

export type SectionNames = { count: number; text: string };

/** The sections in these states in words; of many the first, which matter most, and how many more. */
export function sectionNames(
  sections: Readonly<Record<string, string>>,
  ...states: readonly string[]
): SectionNames {
  const names = sectionsIn(sections, ...states).map(fieldLabel);
  const shown = names.length > MOST + 1 ? names.slice(0, MOST) : names;
  const rest = names.length - shown.length;
  const more = rest > 0 ? ` ${i18n.t("page.andMore", rest)}` : "";
  return { count: names.length, text: shown.join(", ") + more };
}
