import { SECTIONS } from "../page";
import { CARD } from "../sdui";
import { isElement, type SnapElement } from "../snapshot/tree";
import { clean } from "../text";
import { isHeading } from "../profile-words";

/** Ways to know a section, the surest first. */
export const ANCHOR_KINDS = [
  "componentkey",
  "data-testid",
  "id",
  "data-section",
  "class",
  "data-view-name",
  "heading",
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** `lines`: texts in the part of the page it leads to, its heading left out. */
export type FoundAnchor = { by: AnchorKind; lines: number };

/** Other words that pages have for a section. */
const STEMS: Record<string, string> = {
  about: "about|summary",
  experience: "(?<!volunteer)experience",
  certifications: "certification|licen[cs]e",
  volunteering: "volunteer(?!_?causes)(?:ing)?",
  causes: "(?:volunteer_)?cause",
  testScores: "test_?score",
};
const stemOf = (section: string): string => STEMS[section] ?? section.replace(/s$/, "");

type Probe = { section: string; by: AnchorKind; fits: (el: SnapElement) => boolean };

const PROBES: Probe[] = SECTIONS.flatMap((section): Probe[] => {
  const stem = stemOf(section);
  const probe = (by: AnchorKind, shape: RegExp, attr: string = by): Probe => ({
    section,
    by,
    fits: (el) => shape.test(el.attrs?.[attr] ?? ""),
  });
  return [
    probe("componentkey", new RegExp(`^${CARD.replaceAll(".", "\\.")}.*(?:${stem})[a-z]*$`, "i")),
    probe("data-testid", new RegExp(`^profile_.*(?:${stem})`, "i")),
    probe("id", new RegExp(`^(?:licenses_and_)?(?:${stem})s?(?:_[a-z_]+)?$`)),
    probe("data-section", new RegExp(`^(?:${stem})s?$`)),
    {
      section,
      by: "class",
      fits: ({ tag, attrs }) =>
        tag === "section" && new RegExp(`(?:^|\\s)(?:${stem})s?(?:$|\\s)`).test(attrs?.class ?? ""),
    },
    probe("data-view-name", new RegExp(`^profile-card-(?:${stem})`)),
    {
      section,
      by: "heading",
      fits: (el) => el.tag === "h2" && isHeading(headingText(el), section),
    },
  ];
});

/** Each section's anchors on the page, and how much stands where they lead. */
export function anchorsOf(root: SnapElement): Map<string, FoundAnchor[]> {
  const found = new Map<string, FoundAnchor[]>();
  const walk = (el: SnapElement, around: SnapElement[]): void => {
    for (const { section, by, fits } of PROBES) {
      if (!fits(el)) continue;
      const known = found.get(section) ?? [];
      const lines = countTexts(cardOf(el, around, by));
      const same = known.find((one) => one.by === by);
      if (same) same.lines = Math.max(same.lines, lines);
      else known.push({ by, lines });
      found.set(section, known);
    }
    for (const child of el.children ?? []) if (isElement(child)) walk(child, [...around, el]);
  };
  walk(root, []);
  for (const anchors of found.values())
    anchors.sort((a, b) => ANCHOR_KINDS.indexOf(a.by) - ANCHOR_KINDS.indexOf(b.by));
  return found;
}

/** An id or a heading stands in its card; the other names are the card's own. */
function cardOf(el: SnapElement, around: SnapElement[], by: AnchorKind): SnapElement {
  if (by !== "id" && by !== "heading") return el;
  return around.findLast(({ tag }) => tag === "section") ?? el;
}

const SILENT = new Set(["button", "svg", "img", "h2"]);

function countTexts(el: SnapElement): number {
  let count = 0;
  for (const child of el.children ?? []) {
    if (isElement(child)) count += SILENT.has(child.tag) ? 0 : countTexts(child);
    else if (child.trim() !== "") count++;
  }
  return count;
}

/** A heading may stand twice, for the eye and for the ear: either says which it is. */
function headingText(el: SnapElement): string {
  for (const child of el.children ?? []) {
    const text = isElement(child) ? headingText(child) : clean(child);
    if (text) return text;
  }
  return "";
}
