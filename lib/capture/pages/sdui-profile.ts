import type { PersonRecord, SectionState } from "../capture";
import { readCounts } from "../counts";
import { all, outermost } from "../dom";
import { checkIdentity, keptId, namesPerson, ownIds } from "../identity";
import { isCut, type Page, type Reader, type Reading, SECTIONS, type SectionName } from "../page";
import { CARD, keyed, keyOf } from "../sdui";
import { cardAround, isCardOf, type Mark, marksIn, unkeyedTopCard } from "../sdui-cards";
import { itemsOf } from "../sdui-items";
import { ownLines, type Parts, readSection, setAbout, settleCompany } from "../person";
import { linesOf, textsOf, WRITTEN } from "../text";
import { isMemberId, memberUrn, memberUrnOf, plainId } from "../url";
import { readTopCard } from "./sdui-top-card";

const TOP = "Topcard";
const BOX = "profileCards";
const BADGE = "ProfileVerificationTriggerRef-";
const ACTIVITY =
  '[data-sdui-component$="profileCardsActivity"], [data-view-name="profile-card-recent-activity"]';

/**
 * Server-driven profile. Every card's key holds whose it is: "…card.ref" + member id (or the name in the
 * address) + the card's name; where cards have none, other marks say where they stand, and the page must name its
 * person elsewhere. A part of the page that has not been served yet is a "profileCards…" box without a component.
 */
export const sduiProfile: Reader = {
  kind: "profile",
  family: "sdui",
  find: ({ doc, address }) => {
    if (address.kind !== "profile" || address.section) return null;
    const cards = keyed(doc, CARD).filter((el) => keyOf(el).endsWith(TOP));
    return cards.find((el) => el.querySelector("h1, h2")) ?? cards[0] ?? unkeyedTopCard(doc);
  },
  read(page, topCard) {
    const { doc } = page;
    const key = keyOf(topCard);
    const subject = key.startsWith(CARD) ? key.slice(CARD.length, -TOP.length) : "";
    const boxes = keyed(doc, BOX);
    const ids = [...ownIds(topCard), ...markedIds(topCard), ...boxes.flatMap(idOfBox)];
    if (subject && !isMemberId(subject)) ids.push(plainId(subject));

    const cards = subject ? keyed(doc, CARD) : [];
    const names = new Map(cards.map((card) => [card, nameOf(card, [subject, ...ids])]));
    if ([...names.values()].includes(undefined)) {
      return { refused: { code: "identity-mismatch", detail: "two-people" } };
    }
    const problem = checkIdentity(page, [...new Set(ids)], isMemberId(subject) ? [subject] : []);
    if (problem) return { refused: problem };
    const { company, ...top } = readTopCard(topCard);
    const isSure = subject || ids.length > 0 || namesPerson(page, top.fullName);
    if (!top.fullName || !isSure) return { refused: { code: "still-loading" } };

    const urn = isMemberId(subject) ? memberUrn(subject) : urnToWrite(topCard);
    const record: PersonRecord = { ...top, ...keptId(page, ids), ...(urn && { memberUrn: urn }) };
    const parts: Parts = { record, sections: {}, unparsed: [] };
    readCards(page, parts, names, boxes, topCard);
    settleCompany(record, company);
    return parts satisfies Reading;
  },
};

type Names = Map<Element, string | undefined>;

function readCards(
  page: Page,
  parts: Parts,
  names: Names,
  boxes: Element[],
  topCard: Element,
): void {
  const marks = marksIn(page.doc).filter(({ el }) => !topCard.contains(el));
  for (const section of SECTIONS) {
    const card = keyedCard(names, section) ?? markedCard(marks, section, topCard);
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
  const activity = [...names.keys()].filter((card) => names.get(card) === "Activity");
  for (const card of outermost([...activity, ...all(page.doc, ACTIVITY)])) {
    // In what was posted stand other people's.
    const { followers } = readCounts(textsOf(card, (el) => el.matches("a, li")).slice(0, 6));
    if (followers) parts.record.followers ??= followers;
  }
}

function keyedCard(names: Names, section: SectionName): Element | undefined {
  const keyed = [...names.keys()].filter((card) => isCardOf(section, names.get(card)));
  return keyed.find((card) => linesOf(card).length > 0) ?? keyed[0];
}

/** A card without a key, by whatever else says that it is one. */
function markedCard(marks: Mark[], section: SectionName, topCard: Element): Element | null {
  const mark = marks.find((one) => one.section === section)?.el;
  if (!mark) return null;
  if (mark.querySelector("h2, section")) return mark;
  const others = marks.filter((one) => one.section !== section).map(({ el }) => el);
  return cardAround(mark, [topCard, ...others], 1);
}

function readAbout(parts: Parts, card: Element): SectionState {
  const lines = ownLines(card);
  const first = linesOf(card, (el) => /^H[1-3]$/.test(el.tagName))[0]?.el;
  const box = card.querySelector(WRITTEN) ?? first?.closest("p") ?? first;
  const text = box ? textsOf(box) : [];
  // Under the text stand its top skills, named or not.
  return setAbout(parts, text, lines.slice(text.length));
}

/** The badge beside the name is keyed "ProfileVerificationTriggerRef-<name in the address>". */
const markedIds = (topCard: Element): string[] =>
  keyed(topCard, BADGE).map((el) => plainId(keyOf(el).slice(BADGE.length)));

/** "Message" leads to the person of the card, by their member id. */
function urnToWrite(topCard: Element): string | undefined {
  const urns = all(topCard, 'a[href*="profileUrn="]').map((a) =>
    memberUrnOf(a.getAttribute("href")),
  );
  return new Set(urns).size === 1 ? urns[0] : undefined;
}

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
