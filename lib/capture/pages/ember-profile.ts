import type { SectionState } from "../capture";
import { readCounts } from "../counts";
import { all, outermost } from "../dom";
import { checkIdentity, keptId, ownIds } from "../identity";
import { isCut, type Page, type Reader, SECTIONS, type SectionName } from "../page";
import { type Parts, readSection, setAbout, settleCompany } from "../person";
import { firstLine, linesOf, textsOf } from "../text";
import { memberUrnOf } from "../url";
import { isHeading } from "../profile-words";
import { readTopCard } from "./ember-top-card";

/** The anchor in front of each card; its id is English in every language. */
const ANCHORS: Record<SectionName, string> = {
  about: "about",
  experience: "experience",
  education: "education",
  skills: "skills",
  languages: "languages",
  certifications: "licenses_and_certifications",
  projects: "projects",
  volunteering: "volunteering_experience",
  honors: "honors_and_awards",
  publications: "publications",
  patents: "patents",
  courses: "courses",
  testScores: "test_scores",
  organizations: "organizations",
  recommendations: "recommendations",
  services: "services",
  causes: "volunteer_causes",
};
/** Cards of the part of the page that arrives last; one of them shows that the rest would stand here too. */
const BELOW = ["experience", "education", "skills", "interests", "recommendations"];

const PERSONAL = '[class*="pv-top-card"], .distance-badge, a[href*="/overlay/contact-info"]';

/** Ember profile: one <section> per card, known by the anchor in it. */
export const emberProfile: Reader = {
  kind: "profile",
  family: "ember",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    const cards = all(doc, "main h1, section h1").map((h1) =>
      firstLine(h1) ? h1.closest("section") : null,
    );
    // A company's page has a card with a name, too.
    return cards.find((card) => card?.querySelector(PERSONAL)) ?? null;
  },
  read(page, topCard) {
    const ids = ownIds(topCard);
    const problem = checkIdentity(page, ids, []);
    if (problem) return { refused: problem };
    const { company, ...top } = readTopCard(topCard);
    if (!top.fullName) return { refused: { code: "still-loading" } };
    const parts: Parts = { record: { ...top, ...keptId(page, ids) }, sections: {}, unparsed: [] };
    readCards(page, parts);
    settleCompany(parts.record, company);
    return parts;
  },
};

function readCards(page: Page, parts: Parts): void {
  for (const section of SECTIONS) {
    const card = cardOf(page.doc, ANCHORS[section]) ?? headed(page.doc, section);
    if (!card) {
      parts.sections[section] = missing(page.doc, section);
      continue;
    }
    const state =
      section === "about"
        ? readAbout(parts, card)
        : readSection(parts, section, card, listItems(card));
    parts.sections[section] = isCut(page, card) ? "cutOff" : state;
  }
  const { record } = parts;
  const activity = cardOf(page.doc, "content_collections") ?? cardOf(page.doc, "recent_activity");
  const followers = activity && readCounts(textsOf(activity)).followers;
  if (followers) record.followers ??= followers;
  const urn = findMemberUrn(page.doc);
  if (urn) record.memberUrn = urn;
}

function readAbout(parts: Parts, card: Element): SectionState {
  // The list under the text holds top skills.
  const lines = linesOf(card, (el) => /^(H[1-3]|LI)$/.test(el.tagName));
  const text = lines.filter((line) => !line.el.closest("a")).map((line) => line.text);
  const listed = all(card, "li").flatMap((li) => textsOf(li));
  return setAbout(parts, text, [...new Set(listed)]);
}

/** The entries of a card, without the menus of one's own profile and the panels of unselected tabs. */
export function listItems(card: Element): Element[] {
  const items = all(card, "li").filter(
    (li) =>
      !li.closest(".artdeco-dropdown, [role=menu], [role=tabpanel][hidden]") &&
      linesOf(li).length > 0,
  );
  return outermost(items);
}

function cardOf(doc: Document, anchor: string): Element | undefined {
  const el = doc.getElementById(anchor);
  return el?.closest("section") ?? undefined;
}

/** A card without its anchor. */
function headed(doc: Document, section: SectionName): Element | undefined {
  const heading = all(doc, "main section h2").find((h2) => isHeading(firstLine(h2) ?? "", section));
  return heading?.closest("section") ?? undefined;
}

function missing(doc: Document, section: SectionName): SectionState {
  const beside = section === "about" ? [...BELOW, "content_collections", "recent_activity"] : BELOW;
  return beside.some((id) => doc.getElementById(id)) ? "absent" : "notLoaded";
}

/** Links to one's own details carry the member id; links to anybody else do not stand in these cards. */
function findMemberUrn(doc: Document): string | undefined {
  const cards = Object.values(ANCHORS).flatMap((anchor) => cardOf(doc, anchor) ?? []);
  const urns = cards
    .flatMap((card) => all(card, 'a[href*="/details/"], a[href*="/overlay/"]'))
    .map((a) => memberUrnOf(a.getAttribute("href")))
    .filter((urn) => urn !== undefined);
  return new Set(urns).size === 1 ? urns[0] : undefined;
}

// Seen on /in/<name>/ from March 2022 to September 2025.
