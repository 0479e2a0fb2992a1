import type { PersonRecord } from "../capture";
import { all } from "../dom";
import { given } from "../given";
import type { Page } from "../page";
import { type Line, lineAt, textsOf, WRITTEN } from "../text";
import type { Row } from "./open-row";
import { agoIn, dayIn, hasDay } from "./times";
import { isMembers, isResults, saysConnected } from "./words";

/** What the older family calls the headline of a row, and the time beside it. */
const HEADLINE = '[class*="__occupation"], [class*="card__subtitle"]';
const TIME = 'time, [class*="time-badge"]';

/** Dashes stand where somebody wrote nothing. */
const said = (text: string | undefined): string | undefined =>
  text && /[\p{L}\d]/u.test(text) ? text : undefined;

/** A connection: what they do stands in the link with the name, the day after it. */
export function connectionFacts({ el, nameLink, lines }: Row): PersonRecord {
  const time = lineAt(el, TIME);
  const inLink = lines.filter((line) => nameLink.contains(line.el));
  const first = inLink[0] ?? lines.find((line) => !isTime(line) && !saysConnected(line.text));
  const days = lines.flatMap((line) =>
    inLink.includes(line) || !isTime(line) ? [] : (dayIn(line.text) ?? []),
  );
  return given({
    headline: said(lineAt(el, HEADLINE)) ?? first?.text,
    connectedAt: time ? dayIn(time) : days[0],
    degree: 1,
  });
}

const isTime = ({ el, text }: Line): boolean => el.closest("time") !== null || hasDay(text);

/** Somebody found: the headline, then the place. */
export function foundFacts({ el, lines }: Row): PersonRecord {
  const named = lineAt(el, FIRST);
  if (named || el.querySelector(TITLED)) {
    const below = lineAt(el, SECOND);
    return given({ headline: said(named), location: below && placeIn(below) });
  }
  const second = lines.find((line) => line.el.closest(SECOND) && el.contains(line.el));
  const [first, next] = lines.filter((line) => line !== second).map(({ text }) => text);
  if (second) return given({ headline: first, location: placeIn(second.text) });
  if (next === undefined)
    return given(isPlace(first ?? "") ? { location: first } : { headline: first });
  return given({ headline: first, location: placeIn(next) });
}
/** The lines of a result, in the family that names them. */
const FIRST = '[class*="primary-subtitle"]';
const TITLED = '[class*="entity-result__title"]';
const SECOND = '[class*="secondary-subtitle"]';

/** No place has a colon or a bar in it, and none is as long as a sentence. */
const placeIn = (text: string): string | undefined =>
  /[:|@]/.test(text) || text.length > 90 ? undefined : text;
/** Alone on its row a line is a place only if it has the form of one: town, region, country. */
const isPlace = (text: string): boolean =>
  placeIn(text) !== undefined && /^\p{Lu}[^,\d]+, \p{Lu}[^,\d]+, \p{Lu}[^,\d]+$/u.test(text);

/** Somebody at a company: the headline; where they live is not shown. */
export function memberFacts({ el, lines }: Row): PersonRecord {
  const isNamed = el.querySelector('[class*="entity-lockup"]') !== null;
  const headline = isNamed ? lineAt(el, ".artdeco-entity-lockup__subtitle") : lines[0]?.text;
  return given({ headline: said(headline) });
}

const NOTE = `${WRITTEN}, [class*="custom-message"]`;
const ABOUT_OTHERS =
  'a[href*="/company/"], a[href*="/newsletters/"], a[href*="/events/"], a[href*="/groups/"]';

/** An invitation: the headline, when it was sent, and the note that came with it. */
export function invitationFacts({ el, lines }: Row, page: Page): PersonRecord | undefined {
  // To follow a page or to come to an event is no wish to connect.
  if (page.address.kind !== "invitations" || el.querySelector(ABOUT_OTHERS)) return undefined;
  const shown = lines.filter((line) => !line.el.closest(NOTE));
  // A note may speak of days, too: it is a sentence.
  const whenAt = shown.findLastIndex(
    ({ text }) => !/[,;!?]|\.$/.test(text) && agoIn(text, page.now) !== undefined,
  );
  const when = lineAt(el, TIME) ?? shown[whenAt]?.text;
  const before = shown.slice(0, whenAt < 0 ? shown.length : whenAt);
  const headline = before.find((line) => !line.el.closest(TIME));
  return given({
    headline: said(lineAt(el, HEADLINE)) ?? headline?.text,
    invitation: given({
      direction: page.address.direction,
      at: when && agoIn(when, page.now),
      atText: when,
      note: noteIn(el),
    }),
  });
}

function noteIn(el: Element): string | undefined {
  const texts = all(el, NOTE).flatMap((part) => textsOf(part));
  return texts.length > 0 ? [...new Set(texts)].join("\n") : undefined;
}

const NUMBERED = /^(\D{0,25}?)(\d[\d.,\s]*\d|\d)(\s?[KkMm](?=[\s+]))?(\+?)\s+(\D{2,40})$/u;

/** "About 1,230 results", "1 234 membres associés": the number as shown. */
const numberBefore =
  (isWord: (word: string) => boolean) =>
  (line: string): string | undefined => {
    const [, , number, unit = "", plus, word = ""] = NUMBERED.exec(line) ?? [];
    return number && isWord(word) ? `${number}${unit.trim()}${plus}`.replace(/\s/g, "") : undefined;
  };

export const resultsIn = numberBefore(isResults);
export const membersIn = numberBefore(isMembers);
