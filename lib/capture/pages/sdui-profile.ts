import type { PersonRecord, SectionState } from "../capture";
import { readCounts } from "../counts";
import { all, outermost } from "../dom";
import { checkIdentity, keptId, ownIds } from "../identity";
import { isCut, type Page, type Reader, type Reading, SECTIONS, type SectionName } from "../page";
import { addEntries, hasMore, keepUnparsed, ownLines, type Parts, settleCompany } from "../person";
import { lineAt, linesOf, textsOf, wholeText, WRITTEN } from "../text";
import { isMemberId, memberUrn, plainId } from "../url";
import { isHeading } from "../words";
import { readTopCard } from "./sdui-top-card";

const KEY = "componentkey";
const CARD = "com.linkedin.sdui.profile.card.ref";
const BOX = "profileCards";

/** What a card's key says after the person's id. */
const CARDS: Record<SectionName, RegExp> = {
  about: /^About/,
  experience: /^Experience/,
  education: /^Education/,
  skills: /^Skill/,
  languages: /^Language/,
  certifications: /^(Certification|License)/,
};
/** The person's own cards that have no field yet. Recommendations and interests are other people's words. */
const KEPT =
  /^(Project|Volunteer|Publication|Patent|Course|Honor|TestScore|Organization|Service|Cause)/;

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
    const top = all(doc, `[${KEY}^="${CARD}"][${KEY}$="Topcard"]`);
    return top.find((el) => el.tagName === "SECTION" || !el.querySelector("section")) ?? null;
  },
  read(page, topCard) {
    const { doc } = page;
    const subject = key(topCard).slice(CARD.length, -"Topcard".length);
    const boxes = all(doc, `[${KEY}^="${BOX}"]`);
    const ids = [...ownIds(topCard), ...boxes.flatMap(idOfBox)];
    if (!isMemberId(subject)) ids.push(plainId(subject));

    const names = new Map(
      all(doc, `[${KEY}^="${CARD}"]`).map((card) => [card, nameOf(card, [subject, ...ids])]),
    );
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
    return parts satisfies Reading;
  },
};

type Names = Map<Element, string | undefined>;

function readCards(page: Page, parts: Parts, names: Names, boxes: Element[]): void {
  for (const section of SECTIONS) {
    const card = findCard(page, names, section);
    if (card && linesOf(card).length > 0) {
      const state = readSection(parts, section, card);
      parts.sections[section] = isCut(page, card) ? "cutOff" : state;
    } else {
      parts.sections[section] = isServed(section, card, boxes) ? "absent" : "notLoaded";
    }
  }
  for (const card of outermost([...names.keys()])) {
    const name = names.get(card) ?? "";
    if (KEPT.test(name)) keepUnparsed(parts.unparsed, sectionName(name), ownLines(card));
    const followers = name === "Activity" ? readCounts(textsOf(card)).followers : undefined;
    if (followers) parts.record.followers ??= followers;
  }
}

function readSection(parts: Parts, section: SectionName, card: Element): SectionState {
  if (section === "about") {
    const lines = ownLines(card);
    const box = card.querySelector(WRITTEN);
    const about = box ? wholeText(box) : lines[0];
    if (about) parts.record.about = about;
    const at = lines.findIndex((line) => isHeading(line, "topSkills"));
    if (at >= 0) keepUnparsed(parts.unparsed, "about", lines.slice(at + 1, at + 2));
    return about ? "present" : "notLoaded";
  }
  addEntries(parts, section, itemsOf(card));
  if (!parts.record[section]) {
    keepUnparsed(parts.unparsed, section, ownLines(card));
    return "notLoaded";
  }
  return hasMore(card) ? "cutOff" : "present";
}

const key = (el: Element): string => el.getAttribute(KEY) ?? "";

const sectionName = (name: string): string =>
  name.charAt(0).toLowerCase() + name.slice(1).replace(/TopLevel(Section)?$|Section$/, "");

/** "profileCardsBelowActivityPart1<name in the address>" */
function idOfBox(box: Element): string[] {
  const id = /^profileCards(?:AboveActivity|Activity|BelowActivity(?:Part\d)?)(.+)$/.exec(
    key(box),
  )?.[1];
  return id ? [plainId(id)] : [];
}

/** "About", "Activity", …; undefined when the card belongs to somebody else. */
function nameOf(card: Element, ids: string[]): string | undefined {
  const rest = key(card).slice(CARD.length);
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
  const anchor = doc.querySelector(
    `[${KEY}^="profile_${section}_top_anchor_"], [data-view-name="profile-card-${section}"]`,
  );
  const heading = all(doc, '[data-testid="lazy-column"] h2').find((h2) =>
    isHeading(textsOf(h2)[0] ?? "", section),
  );
  return (anchor ?? heading)?.closest("section") ?? anchor;
}

function itemsOf(card: Element): Element[] {
  const entities = outermost(all(card, `[${KEY}^="entity-collection-item"]`));
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
  const part = section === "about" ? `${BOX}AboveActivity` : `${BOX}BelowActivity`;
  const parts = boxes.filter((box) => key(box).startsWith(part));
  return parts.length > 0 && !parts.some(isWaiting);
}

const isWaiting = (box: Element): boolean =>
  box.querySelector("[data-sdui-component]") === null && linesOf(box).length === 0;

// Seen on /in/<name>/ from February to May 2026.
