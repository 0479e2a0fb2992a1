import type { Experience } from "./capture";
import { isDuration, isRange, parseRange } from "./dates";
import { all, commonAncestor, outermost } from "./dom";
import { type Line, linesOf } from "./text";
import { companyOf } from "./url";
import { isEmployment, isWorkplace } from "./words";

/** Long text a person wrote: never a title, a company or a place. */
const WRITTEN = '[data-testid="expandable-text-box"]';

/**
 * The positions of an experience section, from its list items. An item is one position, or a company with
 * several: then its own lines hold no dates and its inner items do.
 */
export function readExperience(items: Element[]): { entries: Experience[]; unread: string[] } {
  const entries: Experience[] = [];
  const unread: string[] = [];
  for (const item of items) {
    const read = readItem(item);
    if (read.length > 0) entries.push(...read);
    if (read.length === 0) unread.push(...linesOf(item).map((line) => line.text));
  }
  return { entries, unread };
}

function readItem(item: Element): Experience[] {
  const inner = outermost(all(item, "li"));
  const own = linesOf(item, (el) => inner.includes(el));
  if (own.some((line) => isRange(line.text))) return [readPosition(item, own)].filter(isNamed);
  const positions = inner.filter((li) => linesOf(li).some((line) => isRange(line.text)));
  if (positions.length === 0) return [];

  const group = readGroup(item, own);
  return positions.flatMap((li) => {
    const nested = outermost(all(li, "li"));
    const lines = linesOf(li, (el) => nested.includes(el));
    // A list inside a list item only for layout: go one deeper.
    if (!lines.some((line) => isRange(line.text)))
      return readItem(li).map((one) => ({ ...group, ...one }));
    const { company: type, ...position } = readPosition(li, lines);
    const employmentType = position.employmentType ?? type ?? group.employmentType;
    return isNamed(position)
      ? [{ ...group, ...position, ...(employmentType && { employmentType }) }]
      : [];
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
  const range = parseRange(dated.text);
  const description = describe(item, block);
  return {
    title: title.text,
    ...(second && splitCompany(second.text, item)),
    ...companyLink(item),
    ...(range?.start && { startDate: range.start }),
    ...(range?.end && { endDate: range.end }),
    ...(range?.current && { current: true }),
    ...(after && block.contains(after.el) && isPlace(after.text) && splitPlace(after.text)),
    ...(description && { description }),
  };
}

function readGroup(item: Element, own: Line[]): Experience {
  const [company, ...rest] = own;
  const group: Experience = { ...companyLink(item) };
  if (company) group.company = company.text;
  for (const { text } of rest) {
    const parts = text.split(" · ");
    if (parts.some(isDuration)) {
      const type = parts.find((part) => !/\d/.test(part));
      if (type) group.employmentType = type;
    } else if (isEmployment(text)) group.employmentType = text;
    else if (isPlace(text) && !group.location) Object.assign(group, splitPlace(text));
  }
  return group;
}

/** "Company · Full-time": the logo's name says where the company ends, if a company has a dot in its name. */
function splitCompany(line: string, item: Element): Experience {
  if (isEmployment(line)) return { employmentType: line };
  const cut = line.lastIndexOf(" · ");
  if (cut < 0 || logoNames(item).some((name) => name.includes(line))) return { company: line };
  return { company: line.slice(0, cut), employmentType: line.slice(cut + 3) };
}

function logoNames(item: Element): string[] {
  return all(item, "img[alt], figure[aria-label]").map(
    (el) => el.getAttribute("alt") || el.getAttribute("aria-label") || "",
  );
}

function companyLink(item: Element): Experience {
  for (const link of all(item, 'a[href*="/company/"], a[href*="/school/"]')) {
    const company = companyOf(link.getAttribute("href"));
    if (company) return company;
  }
  return {};
}

/** A place is short, and neither a list of skills ("… and +3 skills") nor a line of a list. */
function isPlace(text: string): boolean {
  return text.length <= 120 && !/\+\d|^[-•●–*]|[.!?:]$/.test(text);
}

export function splitPlace(text: string): { location?: string; workplace?: string } {
  const cut = text.lastIndexOf(" · ");
  if (cut >= 0) return { location: text.slice(0, cut), workplace: text.slice(cut + 3) };
  return isWorkplace(text) ? { workplace: text } : { location: text };
}

/** What the person wrote about a position: outside the block of facts and outside links (skills, media). */
function describe(item: Element, block: Element): string | undefined {
  const written = all(item, WRITTEN);
  const lines =
    written.length > 0
      ? written.flatMap((box) => linesOf(box))
      : linesOf(item).filter((line) => !block.contains(line.el) && !line.el.closest("a"));
  return lines.length > 0 ? lines.map((line) => line.text).join("\n") : undefined;
}
