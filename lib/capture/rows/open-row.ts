import type { PersonRecord, ProblemCode } from "../capture";
import { all, pictureUrl } from "../dom";
import { given } from "../given";
import { isNameless } from "../nameless";
import { clean, type Line, linesOf, textsOf } from "../text";
import { isMemberId, memberUrn, profileUrl, publicIdOf } from "../url";
import { ANY_ROW, BESIDE, isInList, PERSON } from "./find-rows";
import { isMutual, isQuoted } from "./words";

/** One row of a list: who it is of, and the lines after the name that may be facts. */
export type Row = { el: Element; person: PersonRecord; nameLink: Element; lines: Line[] };
/** `about`: whom it is of, where that much is sure. */
export type Unopened = { problem: ProblemCode; about?: PersonRecord } | undefined;

const DEGREE = /^\s*[·•]\s*([123])(?!\d)\S{0,4}(\s\S{1,4}){0,2}$/;
/** "She/Her", "(il/lui)": a slash between two or three short words. */
const PRONOUNS = /^\(?\p{L}{1,6}\s?\/\s?\p{L}{1,6}(\s?\/\s?\p{L}{1,6})?\)?$/u;
/** " (she/her)• 2nd" */
const PRONOUN_BESIDE = /^\s*\([^()]{2,30}\)/;
/** "12K followers", "500+ connections": a number and one word. */
const COUNTED = /^\d[\d.,\s]*[KkMm]?\+?\s+\p{L}+$/u;
/** Pages of firms, groups and events stand among people; they are no one. */
const NO_PERSON = "/company/ /school/ /showcase/ /groups/ /events/ /newsletters/ /services/page/"
  .split(" ")
  .map((part) => `a[href*="${part}"]`)
  .join(", ");

/** An offer, or a page of something else, that stands among the rows. */
const isOther = (el: Element): boolean =>
  el.matches(ANY_ROW) || el.querySelector(NO_PERSON) !== null;

/** The row opened; why it cannot be; or nothing, where it is of no person at all. */
export function openRow(el: Element): Row | Unopened {
  const texts = textsOf(el);
  if (texts.length === 0) return undefined;
  if (texts.slice(0, 2).some(isNameless)) return { problem: "row-nameless" };
  const links = all(el, PERSON).filter(isInList);
  const slug = publicIdOf(links[0]?.getAttribute("href"));
  if (!slug) return isOther(el) ? undefined : { problem: "row-unreadable" };
  const own = links.filter((link) => publicIdOf(link.getAttribute("href")) === slug);
  const named = own.filter((link) => linesOf(link).length > 0);
  // One link may lie around all the row, another around the name in it.
  const nameLink = named.find(
    (link) => !named.some((other) => other !== link && link.contains(other)),
  );
  const beside = nameLink ? undefined : nameBeside(el);
  const name = nameLink ? nameIn(nameLink) : beside?.text;
  if (!name) {
    const isSure = own.length === links.length;
    return { problem: "row-unreadable", ...(isSure && { about: identityOf(slug) }) };
  }
  if (isNameless(name)) return { problem: "row-nameless" };
  return { el, nameLink: nameLink ?? beside!.el, ...readLines(el, slug, name, own) };
}

const identityOf = (slug: string): PersonRecord =>
  isMemberId(slug)
    ? { memberUrn: memberUrn(slug) }
    : { publicId: slug, profileUrl: profileUrl(slug) };

/** The older family names it; otherwise it ends where the link says more. */
const NAME = '[class*="card__name"], [class*="card__title"], [class*="profile-title"]';

function nameIn(link: Element): string {
  const own = link.querySelector(NAME);
  if (own) return textsOf(own)[0] ?? "";
  const line = linesOf(link)[0]?.text ?? "";
  const strong = clean(link.querySelector("strong, b")?.textContent);
  const leaf = all(link, "span, p, div")
    .filter((el) => el.children.length === 0)
    .map((el) => clean(el.textContent))
    .find((text) => text !== "" && line.startsWith(text));
  // Words of two elements that touch are two lines: "Orla FennimereHydrographer".
  const touches = leaf !== undefined && /^(?:\p{Lu}|--)/u.test(line.slice(leaf.length));
  const shown = touches ? leaf : line;
  const name = strong && line.startsWith(strong) ? strong : shown;
  return name.replace(/\s*[·•]\s*[123](?!\d)\S{0,4}$/, "").trim();
}

/** Where the links of a row hold no words: the line that its picture is named after. */
function nameBeside(el: Element): Line | undefined {
  const labels = all(el, "img[alt], figure[aria-label], a[aria-label]").flatMap((part) =>
    [part.getAttribute("alt"), part.getAttribute("aria-label")].map(clean),
  );
  return linesOf(el)
    .slice(0, 2)
    .find(({ text }) => text.length > 1 && labels.some((label) => label.includes(text)));
}

function readLines(el: Element, slug: string, name: string, own: Element[]) {
  const isOwn = (link: Element) => publicIdOf(link.getAttribute("href")) === slug;
  const isOthers = (part: Element) => {
    if (part.matches(BESIDE)) return true;
    if (part.tagName === "A" && !isOwn(part)) return !all(part, PERSON).some(isOwn);
    const people = all(part, PERSON);
    return people.length > 0 && !people.some(isOwn) && part.tagName !== "A";
  };
  const shown = linesOf(el, isOthers);
  const at = shown.findIndex(({ text }) => text.startsWith(name));
  const rest = shown[at]?.text.slice(name.length) ?? "";
  const below = shown.slice(at + 1);
  const degrees = new Set(
    [rest.replace(PRONOUN_BESIDE, ""), ...below.map(({ text }) => text)].flatMap(
      (text) => DEGREE.exec(text)?.[1] ?? [],
    ),
  );
  const [degree, other] = degrees;
  const urns = new Set(own.flatMap((link) => urnIn(link) ?? []).concat(messageUrns(el)));
  const [urn, secondUrn] = urns;
  const person: PersonRecord = given({
    fullName: name,
    memberUrn: secondUrn ? undefined : urn,
    ...identityOf(slug),
    degree: degree && !other ? (Number(degree) as 1 | 2 | 3) : undefined,
    photoUrl: pictureUrl(photoIn(own)),
  });
  return { person, lines: below.filter(({ text }) => isFact(text, name)) };
}

const isFact = (text: string, name: string): boolean =>
  text !== name &&
  /[\p{L}\d]/u.test(text) &&
  !DEGREE.test(text) &&
  !PRONOUNS.test(text) &&
  !COUNTED.test(text) &&
  !isMutual(text) &&
  !isQuoted(text);

const urnIn = (link: Element): string | undefined => {
  const id = /fsd?_(?:mini)?profile(?::|%3A)(ACo[\w-]+)/i.exec(
    link.getAttribute("href") ?? "",
  )?.[1];
  return id && memberUrn(id);
};

/** The button that writes to the person of the row carries their id. */
const messageUrns = (el: Element): string[] =>
  all(el, 'a[href*="/messaging/compose"]').flatMap((link) => urnIn(link) ?? []);

function photoIn(links: Element[]): Element | undefined {
  return links
    .flatMap((link) => all(link, "img"))
    .find((img) => /profile-(displayphoto|framedphoto)/.test(img.getAttribute("src") ?? ""));
}
