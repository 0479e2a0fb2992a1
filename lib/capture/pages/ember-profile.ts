import type { SectionState } from "../capture";
import { readCounts } from "../counts";
import { all, outermost } from "../dom";
import { checkIdentity, keptId, ownIds } from "../identity";
import { isCut, type Page, type Reader, SECTIONS, type SectionName } from "../page";
import { addEntries, hasMore, keepUnparsed, ownLines, type Parts, settleCompany } from "../person";
import { linesOf, textsOf } from "../text";
import { memberUrnOf } from "../url";
import { isHeading } from "../words";
import { readTopCard } from "./ember-top-card";

/** The anchor in front of each card; its id is English in every language. */
const ANCHORS: Record<SectionName, string> = {
  about: "about",
  experience: "experience",
  education: "education",
  skills: "skills",
  languages: "languages",
  certifications: "licenses_and_certifications",
};
/** The person's own cards that have no field yet. */
const KEPT: Record<string, string> = {
  projects: "project",
  volunteering_experience: "volunteerExperience",
  honors_and_awards: "honors",
  publications: "publication",
  patents: "patents",
  courses: "course",
  test_scores: "testScores",
  organizations: "organizations",
  volunteer_causes: "causes",
};
/** Cards of the part of the page that arrives last; one of them shows that the rest would stand here too. */
const BELOW = ["experience", "education", "skills", "interests", "recommendations"];

/** Ember profile: one <section> per card, known by the anchor in it. */
export const emberProfile: Reader = {
  kind: "profile",
  family: "ember",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    const name = all(doc, "main h1, .pv-top-card h1").find((h1) => linesOf(h1).length > 0);
    const card = name?.closest("section") ?? null;
    return card?.querySelector(".ember-view, [id^=ember]") ? card : null;
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
    const card = cardOf(page.doc, ANCHORS[section]);
    if (!card) {
      parts.sections[section] = missing(page.doc, section);
      continue;
    }
    const state = readSection(parts, section, card);
    parts.sections[section] = isCut(page, card) ? "cutOff" : state;
  }
  for (const [anchor, section] of Object.entries(KEPT)) {
    const card = cardOf(page.doc, anchor);
    if (card) keepUnparsed(parts.unparsed, section, ownLines(card));
  }
  const { record } = parts;
  const activity = cardOf(page.doc, "content_collections") ?? cardOf(page.doc, "recent_activity");
  const followers = activity && readCounts(textsOf(activity)).followers;
  if (followers) record.followers ??= followers;
  const urn = findMemberUrn(page.doc);
  if (urn) record.memberUrn = urn;
}

function readSection(parts: Parts, section: SectionName, card: Element): SectionState {
  if (section === "about") {
    // The list under the text holds top skills.
    const lines = linesOf(card, (el) => el.tagName === "H2" || el.tagName === "LI");
    const text = lines.filter((line) => !line.el.closest("a")).map((line) => line.text);
    if (text.length > 0) parts.record.about = text.join("\n");
    const listed = all(card, "li").flatMap((li) => textsOf(li));
    keepUnparsed(
      parts.unparsed,
      "about",
      [...new Set(listed)].filter((line) => !isHeading(line, "topSkills")),
    );
    return text.length > 0 ? "present" : "notLoaded";
  }
  addEntries(parts, section, listItems(card));
  if (!parts.record[section]) {
    keepUnparsed(parts.unparsed, section, ownLines(card));
    return "notLoaded";
  }
  return hasMore(card) ? "cutOff" : "present";
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
