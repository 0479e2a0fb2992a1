import type { Certification, Education } from "./capture";
import { findDate, isRange, parseRange } from "./dates";
import { all, outermost } from "./dom";
import { linesOf } from "./text";
import { companyOf } from "./url";

/**
 * School, degree line, dates. The page writes degree and field as one line with commas that may be part of
 * either, so the line is kept whole.
 */
export function readEducation(item: Element): Education | undefined {
  const inner = outermost(all(item, "li, [data-testid=expandable-text-box]"));
  const lines = linesOf(item, (el) => inner.includes(el)).map((line) => line.text);
  const at = lines.findIndex(isRange);
  const [school, second] = at < 0 ? lines : lines.slice(0, at);
  if (!school) return undefined;
  // Without dates the second line may be a remark ("Grade: …"), which a degree is not.
  const degree = at < 0 && second?.includes(":") ? undefined : second;
  const link = all(item, 'a[href*="/school/"], a[href*="/company/"]')
    .map((a) => companyOf(a.getAttribute("href")))
    .find((found) => found);
  const description = inner
    .flatMap((el) => linesOf(el))
    .filter((line) => !line.el.closest("a"))
    .map((line) => line.text)
    .join("\n");
  return {
    school,
    ...(link && { schoolUrl: link.companyUrl }),
    ...(degree && { degree }),
    ...(at >= 0 && educationDates(lines[at] ?? "")),
    ...(description && { description }),
  };
}

/** A single year is the year of the degree: the form asks for it alone. */
export function educationDates(line: string): Education {
  const range = parseRange(line);
  if (!range) return {};
  const single = range.start === range.end;
  return {
    ...(!single && range.start && { startDate: range.start }),
    ...(range.end && { endDate: range.end }),
  };
}

export function readCertification(item: Element): Certification | undefined {
  const inner = outermost(all(item, "li"));
  const [name, ...rest] = linesOf(item, (el) => inner.includes(el)).map((line) => line.text);
  if (!name) return undefined;
  const dated = rest.find((line) => findDate(line) !== undefined);
  const issuer = rest.find((line) => line !== dated);
  return { name, ...(issuer && { issuer }), ...(dated && certificateDates(dated)) };
}

/** "Issued Jan 2024 · Expires Jan 2027" */
export function certificateDates(line: string): Pick<Certification, "issuedAt" | "expiresAt"> {
  const [issuedAt, expiresAt] = line.split(" · ").map(findDate);
  return { ...(issuedAt && { issuedAt }), ...(expiresAt && { expiresAt }) };
}

export function readLanguage(item: Element): { name: string; level?: string } | undefined {
  const [name, level] = linesOf(item).map((line) => line.text);
  return name ? { name, ...(level && { level }) } : undefined;
}

/** The first line; what follows are endorsements, with other people's names. */
export function readSkill(item: Element): { name: string } | undefined {
  const name = linesOf(item)[0]?.text;
  return name ? { name } : undefined;
}
