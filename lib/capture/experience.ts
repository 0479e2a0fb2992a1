import type { Experience } from "./capture";
import { isDuration, isRange, parseRange } from "./dates";
import { all, commonAncestor, outermost } from "./dom";
import { given } from "./given";
import { clean, type Line, linesOf, WRITTEN } from "./text";
import { companyIn } from "./url";
import { isHeading } from "./profile-words";
import { isEmployment, isWorkplace } from "./words";

/**
 * The positions of an experience section, from its list items. An item is one position, or a company with
 * several: then its own lines hold no dates and its inner items do.
 */
export function readExperience(items: Element[]): { entries: Experience[]; unread: string[] } {
  const read = items.map((item) => ({ item, entries: readItem(item) }));
  return {
    entries: read.flatMap(({ entries }) => entries),
    unread: read
      .filter(({ entries }) => entries.length === 0)
      .flatMap(({ item }) => linesOf(item).map((line) => line.text)),
  };
}

const hasDates = (lines: Line[]): boolean => lines.some((line) => isRange(line.text));

function readItem(item: Element): Experience[] {
  const inner = outermost(all(item, "li"));
  const own = linesOf(item, (el) => inner.includes(el));
  if (hasDates(own)) return [readPosition(item, own)].filter(isNamed);
  const positions = inner.filter((li) => hasDates(linesOf(li)));
  if (positions.length === 0) return [];

  const group = readGroup(item, own);
  return positions.flatMap((li) => {
    const nested = outermost(all(li, "li"));
    const lines = linesOf(li, (el) => nested.includes(el));
    // A list inside a list item only for layout: go one deeper.
    if (!hasDates(lines)) return readItem(li).map((one) => given({ ...group, ...one }));
    // Where a single position names its company, a position in a group names its type.
    const { company: type, ...position } = readPosition(li, lines);
    const employmentType = position.employmentType ?? type ?? group.employmentType;
    return [given({ ...group, ...position, employmentType })].filter(() => isNamed(position));
  });
}

const isNamed = (entry: Experience): boolean => entry.title !== undefined;

/** Title, "company · type", dates, "place · workplace": what stands around the dates in the same block. */
function readPosition(item: Element, own: Line[]): Experience {
  const lines = own.filter((line) => !line.el.closest(WRITTEN));
  const at = lines.findIndex((line) => isRange(line.text));
  const [title, second] = lines.slice(0, at);
  const dated = lines[at];
  if (!title || !dated) return {};
  const block = commonAncestor(title.el, dated.el);
  const after = lines[at + 1];
  const hasPlace = after && block.contains(after.el) && isPlace(after.text);
  return given({
    title: title.text,
    ...(second && splitCompany(second.text, item)),
    ...companyIn(item),
    ...datesOf(dated.text),
    ...(hasPlace && splitPlace(after.text)),
    ...describe(item, block),
  });
}

export function datesOf(line: string): Pick<Experience, "startDate" | "endDate" | "current"> {
  const range = parseRange(line);
  return { startDate: range?.start, endDate: range?.end, current: range?.current };
}

function readGroup(item: Element, [company, ...rest]: Line[]): Experience {
  const group: Experience = { title: undefined, company: company?.text, ...companyIn(item) };
  rest.forEach(({ text }, index) => {
    const parts = text.split(" · ");
    const isSpan = parts.some((part) => isDuration(part) || isEmployment(part));
    // "Less than a year" is a duration, too: the line right after the name is a place only if it reads like one.
    const isPlaceLine = index > 0 || text.includes(",") || parts.some(isWorkplace);
    if (isSpan) group.employmentType = parts.find((part) => !/\d/.test(part));
    else if (isPlaceLine && isPlace(text) && !group.location)
      Object.assign(group, splitPlace(text));
  });
  return group;
}

const KNOWN_LANGUAGE = /^(?:en|fr|de|es|pt|it|nl)\b/i;

/** "Company · Full-time": the logo's name says where the company ends, if a company has a dot in its name. */
function splitCompany(line: string, item: Element): Experience {
  if (isEmployment(line)) return { employmentType: line };
  const cut = line.lastIndexOf(" · ");
  const logos = all(item, "img[alt], figure[aria-label]").map(
    (el) => el.getAttribute("alt") || el.getAttribute("aria-label") || "",
  );
  const type = line.slice(cut + 3);
  // A word that is no type in any language known here may be one elsewhere: the page says its language.
  const language = item.ownerDocument.documentElement.getAttribute("lang");
  const isName = !isEmployment(type) && (!language || KNOWN_LANGUAGE.test(language));
  if (cut < 0 || isName || logos.some((name) => name.includes(line))) return { company: line };
  return { company: line.slice(0, cut), employmentType: type };
}

/** A place is short, and neither a list of skills ("… and +3 skills") nor a line of a list. */
function isPlace(text: string): boolean {
  // "Washington, D.C." and "St. Louis, Mo." end in a dot, too.
  return text.length <= 120 && !/\+\d|^[-•●–*]|[!?:]$|\p{L}{4}\.$/u.test(text);
}

export function splitPlace(text: string): { location?: string; workplace?: string } {
  const cut = text.lastIndexOf(" · ");
  if (cut >= 0) return { location: text.slice(0, cut), workplace: text.slice(cut + 3) };
  return isWorkplace(text) ? { workplace: text } : { location: text };
}

/**
 * What the person wrote about a position: outside the block of facts, and outside links (skills, media) unless the
 * link stands in the text. A list in a paragraph stands beside it where the parser corrects.
 */
function describe(item: Element, block: Element): Experience {
  const lines = linesOf(item)
    .filter(({ el }) => !block.contains(el) && (!el.closest("a") || el.closest(WRITTEN)))
    .map((line) => line.text);
  const skills = lines.find(isSkills);
  return {
    description: lines.filter((line) => line !== skills).join("\n"),
    skills: skills
      ?.slice(skills.indexOf(":") + 1)
      .split(" · ")
      .map(clean),
  };
}

/** "Skills: Optics · Gears": until 2023 below the text, where only the page writes a word with a colon of its own. */
function isSkills(line: string): boolean {
  const colon = line.indexOf(":");
  return colon > 0 && isHeading(line.slice(0, colon), "skills");
}
