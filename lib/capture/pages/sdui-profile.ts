import type { PersonRecord, SectionState } from "../capture";
import { all, outermost } from "../dom";
import { checkIdentity, keptPublicId, ownIds } from "../identity";
import { type Page, type Reader, type Reading, SECTIONS, type SectionName } from "../page";
import { addEntries, keepUnparsed, ownLines, type Parts, settleCompany } from "../person";
import { linesOf, textsOf, wholeText } from "../text";
import { readTopCard } from "./sdui-top-card";
import { isMemberId, memberUrn, plainId, profileUrl } from "../url";
import { isHeading } from "../words";
import { readCounts } from "../counts";

const CARD = "com.linkedin.sdui.profile.card.ref";
const KEY = "componentkey";

/** What a card's key says after the person's id, and what the section is called here. */
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
  find: ({ doc }) =>
    all(doc, `section[${KEY}^="${CARD}"], [${KEY}^="${CARD}"]`).find(
      (el) => key(el).endsWith("Topcard") && el.querySelector("h1, h2") !== null,
    ) ?? null,
  read(page, topCard) {
    const { doc } = page;
    const subject = key(topCard).slice(CARD.length, -"Topcard".length);
    const ids = ownIds(topCard);
    const boxes = all(doc, `[${KEY}^="profileCards"]`);
    for (const box of boxes) {
      const id = /^profileCards(?:AboveActivity|Activity|BelowActivity(?:Part\d+)?)(.+)$/.exec(
        key(box),
      );
      if (id?.[1]) ids.push(plainId(id[1]));
    }
    if (!isMemberId(subject)) ids.push(plainId(subject));

    const cards = all(doc, `[${KEY}^="${CARD}"]`);
    const names = new Map(cards.map((card) => [card, nameOf(card, [subject, ...ids])]));
    const foreign = [...names.values()].includes(undefined);
    const problem = foreign
      ? ({ code: "identity-mismatch", detail: "two-people" } as const)
      : checkIdentity(page, [...new Set(ids)], isMemberId(subject) ? [subject] : []);
    if (problem) return { refused: problem };

    const top = readTopCard(topCard);
    if (!top.fullName) return { refused: { code: "still-loading" } };
    return readCards(page, { top, subject, ids, names, boxes });
  },
};

type Found = {
  top: ReturnType<typeof readTopCard>;
  subject: string;
  ids: string[];
  names: Map<Element, string | undefined>;
  boxes: Element[];
};

function readCards(page: Page, { top, subject, ids, names, boxes }: Found): Reading {
  const { company, ...record }: PersonRecord = top;
  const parts: Parts = { record, sections: {}, unparsed: [] };
  const publicId = keptPublicId(page, ids);
  if (publicId) Object.assign(record, { publicId, profileUrl: profileUrl(publicId) });
  if (isMemberId(subject)) record.memberUrn = memberUrn(subject);

  const waiting = boxes.some(isWaiting) || !boxes.some((box) => key(box).includes("BelowActivity"));
  for (const section of SECTIONS) {
    const card = findCard(page, names, CARDS[section], section);
    if (card && linesOf(card).length > 0) {
      parts.sections[section] = readSection(parts, section, card);
    } else {
      parts.sections[section] =
        card && isServed(card) ? "absent" : missing(section, waiting, boxes);
    }
  }
  for (const card of outermost([...names.keys()])) {
    const name = names.get(card) ?? "";
    if (KEPT.test(name)) keepUnparsed(parts.unparsed, sectionName(name), ownLines(card));
    if (name === "Activity") record.followers ??= readCounts(textsOf(card)).followers;
  }
  if (record.followers === undefined) delete record.followers;
  settleCompany(record, company);
  return parts;
}

function readSection(parts: Parts, section: SectionName, card: Element): SectionState {
  if (section === "about") {
    const box = card.querySelector('[data-testid="expandable-text-box"]');
    const lines = textsOf(card, (el) => /^H[1-3]$/.test(el.tagName));
    const about = box ? wholeText(box) : lines[0];
    if (about) parts.record.about = about;
    const skillsAt = lines.findIndex((line) => isHeading(line, "topSkills"));
    if (skillsAt >= 0)
      keepUnparsed(parts.unparsed, "about", lines.slice(skillsAt + 1, skillsAt + 2));
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

/** "About", "Activity", …; undefined when the card belongs to somebody else. */
function nameOf(card: Element, ids: string[]): string | undefined {
  const rest = key(card).slice(CARD.length);
  for (const id of ids) {
    const name = plainId(rest.slice(0, id.length)) === id ? rest.slice(id.length) : "";
    if (/^[A-Z]/.test(name)) return name;
  }
  return undefined;
}

/** By its key; a card under another key is known by the anchor, the view name or the heading in it. */
function findCard(
  { doc }: Page,
  names: Found["names"],
  name: RegExp,
  section: SectionName,
): Element | undefined {
  const keyed = [...names.keys()].filter((card) => name.test(names.get(card) ?? ""));
  const full = keyed.find((card) => linesOf(card).length > 0) ?? keyed[0];
  if (full) return full;
  const anchored = doc.querySelector(
    `[${KEY}^="profile_${section}_top_anchor_"], [data-view-name="profile-card-${section}"]`,
  );
  const heading = all(doc, '[data-testid="lazy-column"] h2').find((h2) =>
    isHeading(linesOf(h2)[0]?.text ?? "", section),
  );
  return (anchored ?? heading)?.closest("section") ?? anchored ?? undefined;
}

function itemsOf(card: Element): Element[] {
  const entities = outermost(all(card, `[${KEY}^="entity-collection-item"]`));
  if (entities.length > 0) return entities;
  const items = outermost(all(card, "li")).filter((li) => linesOf(li).length > 0);
  return items.length > 0 ? items : betweenRules(card);
}

/** Entries that only a rule separates: the siblings of the list's <hr>. */
function betweenRules(card: Element): Element[] {
  const list = card.querySelector("hr")?.parentElement;
  return [...(list?.children ?? [])].filter((el) => el.tagName !== "HR" && linesOf(el).length > 0);
}

/** "Show all" at the end of a list leads to the rest of it. */
function hasMore(card: Element): boolean {
  return all(card, 'a[href*="/details/"]').some((a) =>
    /\/details\/[a-z-]+\/?(\?|$)/.test(a.getAttribute("href") ?? ""),
  );
}

const isServed = (card: Element): boolean => card.closest("[data-sdui-component]") !== null;
const isWaiting = (box: Element): boolean =>
  box.querySelector("[data-sdui-component]") === null && linesOf(box).length === 0;

function missing(section: SectionName, waiting: boolean, boxes: Element[]): SectionState {
  const above = boxes.filter((box) => key(box).startsWith("profileCardsAboveActivity"));
  if (section === "about" && above.length > 0 && !above.some(isWaiting)) return "absent";
  return waiting ? "notLoaded" : "absent";
}

// Seen on /in/<name>/ from February to May 2026.
