import type { PersonRecord, SectionState } from "../capture";
import { readContact } from "../contact";
import { readCounts } from "../counts";
import { all, outermost } from "../dom";
import { checkIdentity, keptId, ownIds } from "../identity";
import { isCut, type Page, type Reader, type Reading, SECTIONS, type SectionName } from "../page";
import { CARD, ENTITY, keyed, keyOf, SKILL } from "../sdui";
import { ownLines, type Parts, readSection, setAbout, settleCompany } from "../person";
import { lineAt, linesOf, textsOf, WRITTEN } from "../text";
import { isMemberId, memberUrn, plainId } from "../url";
import { isHeading } from "../profile-words";
import { readTopCard } from "./sdui-top-card";

/** Other names of a card: its view name, its list's test id, the mark that a jump to it aims at. */
const ANCHOR =
  '[data-view-name^="profile-card-"], [data-testid^="profile_"], [componentkey^="profile_" i]';
const BOX = "profileCards";
const BADGE = "ProfileVerificationTriggerRef-";

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

/**
 * Server-driven profile. Every card's key holds whose it is: "…card.ref" + member id (or the name in the
 * address) + the card's name. A part of the page that has not been served yet is a "profileCards…" box without
 * a component in it.
 */
export const sduiProfile: Reader = {
  kind: "profile",
  family: "sdui",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    const cards = keyed(doc, CARD).filter((el) => keyOf(el).endsWith("Topcard"));
    return cards.find((el) => el.querySelector("h1, h2")) ?? cards[0] ?? null;
  },
  read(page, topCard) {
    const { doc } = page;
    const subject = keyOf(topCard).slice(CARD.length, -"Topcard".length);
    const boxes = keyed(doc, BOX);
    const ids = [...ownIds(topCard), ...markedIds(topCard), ...boxes.flatMap(idOfBox)];
    if (!isMemberId(subject)) ids.push(plainId(subject));

    const names = new Map(keyed(doc, CARD).map((card) => [card, nameOf(card, [subject, ...ids])]));
    if ([...names.values()].includes(undefined)) {
      return { refused: { code: "identity-mismatch", detail: "two-people" } };
    }
    const problem = checkIdentity(page, [...new Set(ids)], isMemberId(subject) ? [subject] : []);
    if (problem) return { refused: problem };
    const { company, ...top } = readTopCard(topCard);
    if (!top.fullName) return { refused: { code: "still-loading" } };

    const record: PersonRecord = { ...top, ...keptId(page, ids) };
    if (isMemberId(subject)) record.memberUrn = memberUrn(subject);
    const parts: Parts = { record, sections: {}, unparsed: [] };
    readCards(page, parts, names, boxes);
    settleCompany(record, company);
    const contact = readContact(doc, record);
    if (contact) parts.sections.contact = contact;
    return parts satisfies Reading;
  },
};

type Names = Map<Element, string | undefined>;

function readCards(page: Page, parts: Parts, names: Names, boxes: Element[]): void {
  for (const section of SECTIONS) {
    const card = findCard(page, names, section);
    if (card && linesOf(card).length > 0) {
      const state =
        section === "about"
          ? readAbout(parts, card)
          : readSection(parts, section, card, itemsOf(card));
      parts.sections[section] = isCut(page, card) ? "cutOff" : state;
    } else {
      parts.sections[section] = isServed(section, card, boxes) ? "absent" : "notLoaded";
    }
  }
  for (const card of outermost([...names.keys()])) {
    const isActivity = names.get(card) === "Activity";
    const followers = isActivity ? readCounts(textsOf(card)).followers : undefined;
    if (followers) parts.record.followers ??= followers;
  }
}

function readAbout(parts: Parts, card: Element): SectionState {
  const lines = ownLines(card);
  const box = card.querySelector(WRITTEN);
  const text = box ? textsOf(box) : lines.slice(0, 1);
  // Under the text stand its top skills, named or not.
  return setAbout(parts, text, lines.slice(text.length));
}

/** The badge beside the name is keyed "ProfileVerificationTriggerRef-<name in the address>". */
const markedIds = (topCard: Element): string[] =>
  keyed(topCard, BADGE).map((el) => plainId(keyOf(el).slice(BADGE.length)));

/** "profileCardsBelowActivityPart1<name in the address>" */
function idOfBox(box: Element): string[] {
  const id =
    /^profileCards(?:AboveActivity|Activity|ExperienceOnly|BelowActivity(?:Part\d)?(?:WithoutExp)?)(.+)$/.exec(
      keyOf(box),
    )?.[1];
  return id ? [plainId(id)] : [];
}

/** "About", "Activity", …; undefined when the card belongs to somebody else. */
function nameOf(card: Element, ids: string[]): string | undefined {
  const rest = keyOf(card).slice(CARD.length);
  return ids
    .filter((id) => plainId(rest.slice(0, id.length)) === id)
    .map((id) => rest.slice(id.length))
    .find((name) => /^[A-Z]/.test(name));
}

/** By its key; a card under another key is known by the anchor, the view name or the heading in it. */
function findCard({ doc }: Page, names: Names, section: SectionName): Element | null {
  const keyed = [...names.keys()].filter((card) => CARDS[section].test(names.get(card) ?? ""));
  const full = keyed.find((card) => linesOf(card).length > 0) ?? keyed[0];
  if (full) return full;
  const anchor = all(doc, ANCHOR).find((el) =>
    [keyOf(el), el.getAttribute("data-testid"), el.getAttribute("data-view-name")].some((name) =>
      CARDS[section].test(name?.replace(/^profile[-_](card-|top_level_)?/i, "") ?? ""),
    ),
  );
  const heading = all(doc, '[data-testid="lazy-column"] h2').find((h2) =>
    isHeading(textsOf(h2)[0] ?? "", section),
  );
  return (anchor ?? heading)?.closest("section") ?? null;
}

export function itemsOf(card: Element): Element[] {
  const skills = keyed(card, SKILL).filter((el) => !keyOf(el).endsWith("-divider"));
  const entities = outermost([...keyed(card, ENTITY), ...skills]);
  if (entities.length > 0) return entities;
  const items = outermost(all(card, "li")).filter((li) => linesOf(li).length > 0);
  if (items.length > 0) return items;
  // Entries that only a rule separates are the siblings of the list's <hr>.
  const list = card.querySelector("hr")?.parentElement;
  return [...(list?.children ?? [])].filter((el) => linesOf(el).length > 0 && !lineAt(el, "h2"));
}

/** Whether the part of the page that would hold the section has come: an empty card in it has nothing to show. */
function isServed(section: SectionName, card: Element | null, boxes: Element[]): boolean {
  if (card) return card.closest("[data-sdui-component]") !== null;
  const named = (part: string): Element[] =>
    boxes.filter((box) => keyOf(box).startsWith(BOX + part));
  // Since August 2026 experience comes in a box of its own.
  const own = section === "experience" ? named("ExperienceOnly") : [];
  const isAbove = section === "about" || section === "services";
  const parts = own.length > 0 ? own : named(isAbove ? "AboveActivity" : "BelowActivity");
  return parts.length > 0 && !parts.some(isWaiting);
}

const isWaiting = (box: Element): boolean =>
  box.querySelector("[data-sdui-component]") === null && linesOf(box).length === 0;

// Seen on /in/<name>/ from February to May 2026.
