import { all } from "./dom";
import { SECTIONS, type SectionName } from "./page";
import { keyOf } from "./sdui";
import { textsOf } from "./text";
import { isHeading } from "./profile-words";

/** A card's view name, its list's test id, the mark that a jump to it aims at, its heading's key; and headings. */
const MARKS =
  '[data-view-name^="profile-card-"], [data-testid^="profile_"], [componentkey^="profile_" i], [componentkey^="ProfileNullStateCardAnchor_"], h2, h3';
/** Beside the person's own column: bars, dialogs, suggestions. */
export const BESIDE = 'aside, nav, dialog, [role="dialog"]';

/** What a card's key says after the person's id. */
const CARDS: Record<SectionName, RegExp> = {
  about: /^About/i,
  experience: /^Experience/i,
  education: /^Education/i,
  skills: /^Skill/i,
  languages: /^Language/i,
  certifications: /^(Certification|License)/i,
  projects: /^Project/i,
  volunteering: /^Volunteer(?!-?Cause)/i,
  honors: /^Honor/i,
  publications: /^Publication/i,
  patents: /^Patent/i,
  courses: /^Course/i,
  testScores: /^Test-?Score/i,
  organizations: /^Organi[sz]ation/i,
  recommendations: /^Recommendation/i,
  services: /^Service/i,
  causes: /^(Cause|Volunteer-?Cause)/i,
};

export const isCardOf = (section: SectionName, name = ""): boolean => CARDS[section].test(name);

export type Mark = { el: Element; section: SectionName };

/** Whatever on the page says that a section stands here, where its card has no key that does. */
export function marksIn(doc: Document): Mark[] {
  return all(doc, MARKS).flatMap((el) => {
    const section = el.closest(BESIDE) ? undefined : SECTIONS.find((one) => marks(el, one));
    return section ? [{ el, section }] : [];
  });
}

function marks(el: Element, section: SectionName): boolean {
  const names = [keyOf(el), el.getAttribute("data-testid"), el.getAttribute("data-view-name")];
  return (
    names.some((name) =>
      isCardOf(
        section,
        name?.replace(/^profile(NullStateCardAnchor)?[-_](card-|top_level_)?/i, ""),
      ),
    ) ||
    (/^H[23]$/.test(el.tagName) && isHeading(textsOf(el)[0] ?? "", section))
  );
}

const WHOLE = '[data-view-name="profile-top-card"]';
/** What stands in no other card, and not before the name. */
const OWN = `${WHOLE}, [componentkey^="ProfileVerificationTriggerRef-"], [data-view-name="profile-top-card-verified-badge"], a[href*="/overlay/contact-info"]`;
/** Where another card begins. */
const BEGINNINGS = 'h1, h2, [componentkey^="profileCards"]';

/** The person's own card where no key names it: around what stands in no other. */
export function unkeyedTopCard(doc: Document): Element | null {
  if (doc.querySelector(".ember-view") || !doc.querySelector("[data-sdui-screen], [componentkey]"))
    return null;
  const parts = all(doc, `${OWN}, ${BEGINNINGS}`).filter((el) => !el.closest(BESIDE));
  const at = parts.findIndex((el) => el.matches(OWN));
  const own = parts[at];
  if (!own || own.matches(WHOLE)) return own ?? null;
  const below = parts.slice(at).filter((el) => el.matches(BEGINNINGS) && !own.contains(el));
  return cardAround(own, below);
}

/** The card that something in it is of: as far up as nothing else begins. */
export function cardAround(el: Element, others: Element[], headings = Infinity): Element {
  let card = el;
  for (let up = el.parentElement; up && !up.matches("main, body"); up = up.parentElement) {
    if (all(up, "h1, h2").length > headings || others.some((other) => up.contains(other))) break;
    card = up;
    if (up.tagName === "SECTION") break;
  }
  return card;
}
